namespace IswitchRoofs.Host.Web.Errors;

/// <summary>What a problem's code means and what a client does about it.</summary>
internal sealed record ProblemEntry(string Code, int Status, string Meaning, string Advice);

/// <summary>
/// Every code that a problem may carry, by area. It is what the page at <c>/docs/problems</c> shows, to which each problem's
/// <c>type</c> leads; a test compares it with the code and with <c>docs/problems.md</c>.
/// </summary>
internal static class ProblemCatalogue
{
    public static IReadOnlyList<(string Area, IReadOnlyList<ProblemEntry> Entries)> Areas { get; } =
    [
        ("Every operation",
        [
            new("validation_failed", 400, "One or several fields are missing, out of range or of the wrong form.", "Read errors: messages by field name. Correct and send again."),
            new("unknown_field", 400, "The body has a field that this operation does not know, or one that clients do not set.", "Remove the field named in errors."),
            new("unknown_parameter", 400, "The query has a parameter that this operation does not know, or one given twice.", "errors names it and lists the known ones."),
            new("duplicate_field", 400, "The body has the same field twice.", "Send each field once."),
            new("wrong_type", 400, "A value has the wrong JSON type, or a number or date does not fit.", "Correct the field named in errors."),
            new("malformed_json", 400, "The body is not JSON of the expected shape.", "detail names line and byte."),
            new("body_required", 400, "The operation needs a JSON body.", "Send one, with Content-Type: application/json."),
            new("bad_request", 400, "The request could not be read.", "Check the address and the headers."),
            new("unauthenticated", 401, "There is no access token, or it is malformed, expired, revoked or not ours.", "Refresh the token or sign in, then repeat."),
            new("forbidden", 403, "The caller's role does not allow the action.", "Repeating does not help; ask an administrator for another role."),
            new("not_found", 404, "There is nothing at this address.", "Check the path."),
            new("method_not_allowed", 405, "The address exists, the method is not offered there.", "Allow names the methods."),
            new("stale_version", 412, "If-Match names an older version than the stored one.", "Read the record again (current_version is its ETag), apply the change to it, repeat."),
            new("concurrent_change", 409, "Somebody saved the same record at the same moment; nothing of this request was saved.", "Read the record again and repeat."),
            new("constraint_violated", 409, "The change contradicts what is stored, and only the database noticed.", "Read the record again; report it if it happens again."),
            new("duplicate_suspected", 409, "The new record looks like one that is there: matches lists them.", "Show them to a person; send allow_duplicate=true to save nevertheless."),
            new("body_too_large", 413, "The body is larger than 1 MB.", "Send less at once."),
            new("unsupported_media_type", 415, "The body's media type is not accepted.", "Send application/json; for PATCH application/merge-patch+json is accepted too."),
            new("rate_limited", 429, "More requests in a minute than the limit allows.", "Wait as long as Retry-After says."),
            new("refused", 400, "The request was refused before it reached an operation; status tells more.", "Check the request against the guide."),
            new("internal_error", 500, "A mistake on our side; nothing was saved.", "Report the trace_id. With an Idempotency-Key repeating is safe."),
            new("database_unavailable", 503, "The database does not answer; nothing was saved.", "Wait as long as Retry-After says. With an Idempotency-Key repeating is safe."),
        ]),
        ("Idempotency keys",
        [
            new("idempotency.malformed_key", 400, "The Idempotency-Key is empty, longer than 255 characters or not visible ASCII.", "A random UUID is a good key."),
            new("idempotency.in_progress", 409, "The first request with this key is still running.", "Wait as long as Retry-After says and repeat with the same key."),
            new("idempotency.key_reused", 422, "The key was used for another body or address.", "Use a new key for a new request."),
        ]),
        ("Sign-in, sessions and people",
        [
            new("auth.invalid_credentials", 401, "E-mail address or password is wrong, or the account is locked, disabled or unknown: it is not told which.", "Ask the person again; after five failures in 15 minutes the account refuses for 15."),
            new("auth.invalid_refresh_token", 401, "The refresh token was used before, revoked or has expired.", "Sign in again."),
            new("auth.required", 401, "The operation is about the signed-in person, and there is none.", "Sign in first."),
            new("auth.weak_password", 400, "The new password is too short, too long, common, or contains the name or address.", "errors says which; choose another."),
            new("auth.wrong_password", 400, "The current password is not the right one.", "Ask the person again."),
            new("sessions.not_found", 404, "The caller has no such session.", "List the sessions again."),
            new("users.not_found", 404, "There is no such user, or the caller may not see them.", "Check the id."),
            new("users.email_taken", 409, "Another user signs in with this address.", "Use another address."),
            new("users.last_admin", 409, "It would leave the company without an active administrator.", "Give somebody else the role first."),
            new("teams.not_found", 404, "There is no such team, or the caller may not see it.", "Check the id."),
            new("teams.name_taken", 409, "Another team has this name.", "Use another name."),
            new("teams.not_yours", 403, "Only the team's manager and administrators change it.", "Ask one of them."),
            new("teams.not_a_member", 404, "The user is not in this team.", "Read the team again."),
            new("notifications.not_found", 404, "The caller has no such notification.", "List the notifications again."),
        ]),
        ("Leads",
        [
            new("leads.not_found", 404, "There is no such lead, it is in the trash, or the caller may not see it.", "Check the id; restore it if it is in the trash."),
            new("leads.already_converted", 409, "The lead became a customer and changes no more.", "Change the customer or the project instead."),
            new("leads.move_not_allowed", 409, "The pipeline does not allow this move; won is reached by converting only.", "allowed lists the statuses that are."),
            new("leads.lost_reason_required", 400, "A lead is lost for a reason.", "Send lost_reason."),
            new("leads.already_assigned", 409, "Somebody has the lead already.", "Send force=true to hand it over; note tells why."),
            new("leads.nobody_free", 409, "No active, available salesperson can take the lead.", "Assign it by name, or later."),
            new("leads.assignee_unknown", 400, "assigned_to is no active salesperson, manager or administrator.", "Choose somebody else."),
            new("leads.not_yours", 403, "The caller's role deletes and restores only leads that are assigned to them.", "Ask a manager."),
        ]),
        ("Customers",
        [
            new("customers.not_found", 404, "There is no such customer, it is in the trash, or the caller may not see it.", "Check the id."),
            new("customers.not_deleted", 409, "The customer is not in the trash.", "Nothing is to be done."),
            new("customers.email_taken", 409, "Another customer has this e-mail address; it is named when the caller may see it.", "Use that customer, or another address."),
            new("customers.project_in_progress", 409, "A project of the customer is in progress.", "Finish or cancel it; an administrator can send force=true."),
            new("customers.force_needs_admin", 403, "Only an administrator deletes a customer with a project in progress.", "Ask one."),
        ]),
        ("Projects",
        [
            new("projects.not_found", 404, "There is no such project, it is in the trash, or the caller may not see it.", "Check the id."),
            new("projects.not_deleted", 409, "The project is not in the trash.", "Nothing is to be done."),
            new("projects.move_not_allowed", 409, "The workflow does not allow this move.", "allowed lists the statuses that are."),
            new("projects.dates_needed", 409, "The status needs a start date and an end date.", "Set start_date and end_date first."),
            new("projects.reason_needed", 400, "A project is cancelled for a reason.", "Send reason."),
            new("projects.completed", 400, "A completed project is at 100 percent.", "Leave completion_percentage alone."),
            new("projects.customer_unknown", 400, "customer_id names no customer.", "Create the customer first; a new one is known within a second."),
            new("projects.customer_fixed", 400, "A project stays with its customer.", "Leave customer_id out."),
            new("projects.customer_deleted", 409, "The project's customer is in the trash.", "Restore the customer first."),
            new("projects.fields_not_yours", 403, "A field tech changes completion_percentage and notes only.", "Leave the fields out that errors names."),
        ]),
        ("Appointments",
        [
            new("appointments.not_found", 404, "There is no such appointment, or the caller may not see it.", "Check the id."),
            new("appointments.double_booked", 409, "The person has an appointment at that time already; the answer names it and free times.", "Offer one of the free times."),
            new("appointments.in_the_past", 400, "An appointment starts in the future.", "Choose a later time."),
            new("appointments.outside_business_hours", 400, "The time lies outside business hours or on a holiday.", "Choose another time; a manager may book it nevertheless."),
            new("appointments.outside_hours_forbidden", 403, "Only a manager books outside business hours.", "Ask one, or choose another time."),
            new("appointments.reason_required", 400, "An appointment is cancelled for a reason.", "Send reason."),
            new("appointments.not_started_yet", 409, "Nobody can miss an appointment that has not begun.", "Wait, or cancel it."),
            new("appointments.closed", 409, "The appointment is completed, cancelled or missed and changes no more.", "Book a new one."),
            new("appointments.status_not_allowed", 409, "The appointment's status does not allow this step.", "Read it again."),
        ]),
        ("Analytics",
        [
            new("analytics.rebuild_running", 409, "The figures are being rebuilt already.", "Wait for it to end."),
        ]),
        ("Live updates",
        [
            new("realtime.channel_forbidden", 403, "The caller may not listen to this channel.", "Subscribe to channels of your own user and teams."),
            new("realtime.invalid_request", 400, "socket_id or channel_name is missing or malformed.", "Let a Channels client send the request."),
            new("realtime.form_expected", 415, "The operation takes a form, as Channels clients send it.", "Send application/x-www-form-urlencoded."),
            new("realtime.antiforgery", 400, "A page asked with its cookie but without its antiforgery token.", "Reload the page; programs send a bearer token instead."),
            new("realtime.unknown_app", 404, "Publishing API: no application has this id.", "Check Realtime:AppId."),
            new("realtime.invalid_signature", 401, "Publishing API: signature, timestamp or body_md5 is wrong.", "Check key, secret and clock."),
            new("realtime.invalid_event", 400, "Publishing API: the event is malformed.", "detail says what is wrong."),
            new("realtime.invalid_channel", 400, "Publishing API: the channel's name is malformed.", "Use letters, digits and _-=@,.; only."),
            new("realtime.event_too_large", 413, "Publishing API: the event's data is larger than 10 kB.", "Send ids and let clients refetch."),
            new("realtime.body_too_large", 413, "Publishing API: the body is too large.", "Send smaller batches."),
        ]),
    ];
}
