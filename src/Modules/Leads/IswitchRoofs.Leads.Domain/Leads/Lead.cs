using System.Globalization;
using IswitchRoofs.Leads.Domain.Assignment;
using IswitchRoofs.Leads.Domain.Response;
using IswitchRoofs.Leads.Domain.Scoring;
using IswitchRoofs.Leads.Domain.Stale;
using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Domain.Leads;

/// <summary>Somebody who may want a roof: from the first contact to won, lost or nurture.</summary>
public sealed class Lead : AggregateRoot, ISoftDeletable
{
    private const int MostTags = 20;

    private readonly List<LeadHistoryEntry> _history = [];
    private readonly List<LeadConversion> _conversions = [];
    private readonly List<PlannedAppointment> _appointments = [];

    private Lead()
    {
    }

    public LeadId Id { get; private set; }

    /// <summary>Null until converted.</summary>
    public Guid? CustomerId { get; private set; }

    public LeadSource Source { get; private set; }

    public LeadStatus Status { get; private set; } = LeadStatus.New;

    /// <summary>0..100 (S1), kept up to date by every change of an input (S11).</summary>
    public int Score { get; private set; }

    public Temperature Temperature { get; private set; }

    /// <summary>The rule set that gave the score (S12).</summary>
    public int ScoringVersion { get; private set; } = ScoringRules.StandardVersion;

    public Guid? AssignedTo { get; private set; }

    public DateTimeOffset? AssignedAt { get; private set; }

    /// <summary>Teams of the assignee at assignment: where the lead is announced.</summary>
    public IReadOnlyList<Guid> TeamIds { get; private set; } = [];

    public ProjectType? ProjectType { get; private set; }

    public decimal? EstimatedValue { get; private set; }

    public LeadPriority Priority { get; private set; }

    public string? Notes { get; private set; }

    public string FirstName { get; private set; } = "";

    public string LastName { get; private set; } = "";

    public string? Phone { get; private set; }

    public string? Email { get; private set; }

    public string? Address { get; private set; }

    public string? City { get; private set; }

    public string? State { get; private set; }

    public string? ZipCode { get; private set; }

    public decimal? PropertyValue { get; private set; }

    public int? RoofAge { get; private set; }

    public string? RoofType { get; private set; }

    public int? RoofSizeSqft { get; private set; }

    public Urgency? Urgency { get; private set; }

    public decimal? BudgetMin { get; private set; }

    public decimal? BudgetMax { get; private set; }

    public bool BudgetConfirmed { get; private set; }

    public bool IsDecisionMaker { get; private set; }

    public bool InsuranceClaim { get; private set; }

    public string? ReferralCode { get; private set; }

    /// <summary>How it found us; said once. Null when nobody told.</summary>
    public SourceDetail? SourceDetail { get; private set; }

    public DateTimeOffset? FirstResponseAt { get; private set; }

    /// <summary>Begun minutes of the company's time from creation to the first human contact; stored once (R2).</summary>
    public int? ResponseMinutes { get; private set; }

    /// <summary>The same, exactly.</summary>
    public int? ResponseSeconds { get; private set; }

    /// <summary>What the lead's temperature allowed when it was answered.</summary>
    public int? ResponseTargetSeconds { get; private set; }

    public int InteractionCount { get; private set; }

    public DateTimeOffset? LastContactAt { get; private set; }

    /// <summary>When a person last did something for it (L8): was in touch, or moved it on; at first when it came in.</summary>
    public DateTimeOffset LastTouchAt { get; private set; }

    public DateOnly? NextFollowUpOn { get; private set; }

    /// <summary>The planned day for which somebody was reminded: once for each.</summary>
    public DateOnly? FollowUpToldFor { get; private set; }

    public string? LostReason { get; private set; }

    public IReadOnlyList<string> Tags { get; private set; } = [];

    public DateTimeOffset? ConvertedAt { get; private set; }

    public Guid? CreatedBy { get; private set; }

    /// <summary>The file it came from (L6); null for a lead that somebody waits with.</summary>
    public Guid? ImportId { get; private set; }

    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>The address as duplicates are compared by it.</summary>
    public string? AddressKey { get; private set; }

    /// <summary>Lower-case text of everything that free search looks at; kept by the database.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Entries of this unit of work; the whole history is asked for by its own query.</summary>
    public IReadOnlyList<LeadHistoryEntry> History => _history;

    /// <summary>Tries of this unit of work to make it a customer.</summary>
    public IReadOnlyList<LeadConversion> Conversions => _conversions;

    /// <summary>What Scheduling told of appointments with the lead; asked for by queries, never loaded.</summary>
    public IReadOnlyList<PlannedAppointment> Appointments => _appointments;

    public string Name => $"{FirstName} {LastName}";

    /// <summary>Statuses in which work goes on.</summary>
    public static bool IsOpen(LeadStatus status) => status is not (LeadStatus.Won or LeadStatus.Lost or LeadStatus.Nurture);

    /// <summary>The response clock runs (R1, R2): nobody answered yet, and there is something to answer. Nobody waits behind a row of a list.</summary>
    public bool IsWaiting => FirstResponseAt is null && ImportId is null && IsOpen(Status) && DeletedAt is null;

    /// <summary>Captures and scores a lead; assigning follows.</summary>
    public static Lead Capture(LeadFacts facts, ScoringRules rules, Actor actor, DateTimeOffset now, SourceDetail? sourceDetail = null)
    {
        var lead = new Lead { Id = LeadId.New(now), CreatedBy = actor.Id, CreatedAt = now, LastTouchAt = now, SourceDetail = sourceDetail };
        lead.Take(facts);
        lead.Rescore(rules);
        lead.Raise(new LeadCaptured(lead, actor.Id, now));
        return lead;
    }

    /// <summary>Takes a lead out of a file (L6): scored, and nobody's to be told of alone.</summary>
    public static Lead Import(LeadFacts facts, Guid importId, Assignee? assignee, ScoringRules rules, Actor actor, DateTimeOffset now)
    {
        var lead = Capture(facts, rules, actor, now);
        lead.ImportId = importId;
        if (assignee is not null) lead.AssignTo(assignee, null, force: false, "Imported", actor, now);
        lead.ClearDomainEvents();
        return lead;
    }

    /// <summary>Takes over what a file says of it, or takes that back (L6); the import tells of it with all others.</summary>
    public void TakeFromFile(LeadFacts facts, string why, ScoringRules rules, Actor actor, DateTimeOffset now)
    {
        Take(facts);
        RescoreAndNote(why, rules, actor, now);
    }

    public LeadFacts ToFacts() => new()
    {
        FirstName = FirstName,
        LastName = LastName,
        Source = Source,
        Phone = Phone,
        Email = Email,
        Address = Address,
        City = City,
        State = State,
        ZipCode = ZipCode,
        PropertyValue = PropertyValue,
        RoofAge = RoofAge,
        RoofType = RoofType,
        RoofSizeSqft = RoofSizeSqft,
        ProjectType = ProjectType,
        EstimatedValue = EstimatedValue,
        Priority = Priority,
        Urgency = Urgency,
        BudgetMin = BudgetMin,
        BudgetMax = BudgetMax,
        BudgetConfirmed = BudgetConfirmed,
        IsDecisionMaker = IsDecisionMaker,
        InsuranceClaim = InsuranceClaim,
        ReferralCode = ReferralCode,
        NextFollowUpOn = NextFollowUpOn,
        Tags = Tags,
        Notes = Notes,
    };

    public ScoreBreakdown Explain(ScoringRules rules) => ScoringPolicy.Score(ScoringInput(), rules);

    /// <summary>Whether these rules give the score that the lead has.</summary>
    public bool IsScoredBy(ScoringRules rules) => ScoringVersion == rules.Version || Explain(rules) is { } anew && (anew.Total, anew.Temperature) == (Score, Temperature);

    public Result Update(LeadFacts facts, ScoringRules rules, Actor actor, DateTimeOffset now)
    {
        if (Status == LeadStatus.Won) return LeadErrors.AlreadyConverted(Id);
        Take(facts);
        RescoreAndNote("Facts changed", rules, actor, now);
        Raise(new LeadChanged(this, now));
        return Result.Success();
    }

    /// <summary>Hands the lead to a salesperson. One that has somebody needs <paramref name="force"/> (L4).</summary>
    public Result AssignTo(Assignee assignee, string? currentName, bool force, string? note, Actor actor, DateTimeOffset now)
    {
        if (Status == LeadStatus.Won) return LeadErrors.AlreadyConverted(Id);
        if (AssignedTo == assignee.Id.Value) return Result.Success();
        if (AssignedTo is not null && !force) return LeadErrors.AlreadyAssigned(currentName ?? "somebody else");
        var previous = AssignedTo;
        AssignedTo = assignee.Id.Value;
        AssignedAt = now;
        TeamIds = assignee.TeamIds;
        _history.Add(new LeadHistoryEntry(Id, LeadHistoryKind.Assignment, previous?.ToString(), assignee.Id.Value.ToString(), note, actor, now));
        Raise(new LeadHandedOver(this, assignee.Id.Value, previous, actor.Id, now));
        return Result.Success();
    }

    /// <summary>Takes a hand-over back: to nobody, if the lead had nobody.</summary>
    public Result TakeBackAssignment(Assignee? previous, Guid? assignedTo, Actor actor, DateTimeOffset now)
    {
        if (Status == LeadStatus.Won) return LeadErrors.AlreadyConverted(Id);
        if (AssignedTo != assignedTo) return LeadErrors.ChangedSince();
        if (previous is not null) return AssignTo(previous, null, force: true, "Taken back", actor, now);
        _history.Add(new LeadHistoryEntry(Id, LeadHistoryKind.Assignment, AssignedTo?.ToString(), null, "Taken back", actor, now));
        (AssignedTo, AssignedAt) = (null, null);
        Raise(new LeadChanged(this, now));
        return Result.Success();
    }

    /// <summary>Nobody was free: managers are to be told.</summary>
    public void LeaveUnassigned(DateTimeOffset now) => Raise(new LeadFoundNobody(this, now));

    /// <summary>Moves the lead in the pipeline (L1). Won is reached only by converting.</summary>
    public Result MoveTo(LeadStatus status, string? lostReason, ScoringRules rules, Actor actor, DateTimeOffset now)
    {
        if (Status == LeadStatus.Won) return LeadErrors.AlreadyConverted(Id);
        var allowed = AllowedMoves(Status);
        if (!allowed.Contains(status)) return LeadErrors.MoveNotAllowed(Status, status, allowed);
        if (status == LeadStatus.Lost && string.IsNullOrWhiteSpace(lostReason)) return LeadErrors.LostNeedsReason();
        Enter(status, lostReason, rules, actor, now);
        return Result.Success();
    }

    /// <summary>Takes a move back: the lead was never meant to leave <paramref name="status"/>, so L1 does not ask for the way there.</summary>
    /// <param name="movedTo">Where the move had taken it; if it stands elsewhere by now, somebody works with it.</param>
    /// <param name="lostReason">The old one, where the lead was lost before.</param>
    public Result TakeBackMove(LeadStatus status, LeadStatus movedTo, string? lostReason, ScoringRules rules, Actor actor, DateTimeOffset now)
    {
        if (Status == LeadStatus.Won) return LeadErrors.AlreadyConverted(Id);
        if (Status != movedTo || status == LeadStatus.Won) return LeadErrors.MovedSince(Status);
        Enter(status, status == LeadStatus.Lost ? lostReason ?? "Not known" : null, rules, actor, now);
        return Result.Success();
    }

    /// <summary>Puts tags on and takes tags off; whoever spells one otherwise means the same.</summary>
    public Result Retag(IReadOnlyList<string> add, IReadOnlyList<string> remove, DateTimeOffset now)
    {
        if (Status == LeadStatus.Won) return LeadErrors.AlreadyConverted(Id);
        string[] tags = [.. Tags.Where(t => !remove.Contains(t, StringComparer.OrdinalIgnoreCase)), .. add.Where(t => !Tags.Contains(t, StringComparer.OrdinalIgnoreCase))];
        if (tags.Length > MostTags) return LeadErrors.TooManyTags();
        if (tags.SequenceEqual(Tags)) return LeadErrors.UnchangedByBulk();
        Tags = tags;
        Raise(new LeadChanged(this, now));
        return Result.Success();
    }

    /// <summary>A contact was logged: counted, and the first that answers the lead stops the clock and moves it on (R2, L2).</summary>
    public void HearOf(LoggedInteraction interaction, ResponseClock clock, ScoringRules rules, Actor actor, DateTimeOffset now)
    {
        if (interaction.IsContact && (LastContactAt is null || LastContactAt < interaction.At)) LastContactAt = interaction.At;
        if (interaction is { IsContact: true, ByPerson: true }) Touch(interaction.At);
        if (interaction.AnswersLead && FirstResponseAt is null && Status != LeadStatus.Won)
        {
            FirstResponseAt = interaction.At;
            if (ImportId is null) TimeAnswer(interaction.At, clock);
        }

        PlanNext(interaction);
        CountInteraction(1, $"Logged: {interaction.Type.Replace('_', ' ')}", rules, actor, now);
        if (interaction.AnswersLead && Status == LeadStatus.New) MoveTo(LeadStatus.Contacted, null, rules, actor, now);
    }

    /// <summary>The planned day has come: somebody is to be reminded, once for each day that was planned.</summary>
    /// <returns>False when there is nothing to tell.</returns>
    public bool RemindOfFollowUp(DateOnly today, DateTimeOffset now)
    {
        if (NextFollowUpOn is not { } day || day > today || !IsOpen(Status) || FollowUpToldFor == day) return false;
        FollowUpToldFor = day;
        Raise(new LeadFollowUpReached(this, day, now));
        Raise(new LeadChanged(this, now));
        return true;
    }

    /// <summary>One interaction more, or one less (S7). A won lead's score changes no more.</summary>
    public void CountInteraction(int more, string why, ScoringRules rules, Actor actor, DateTimeOffset now)
    {
        InteractionCount = Math.Max(0, InteractionCount + more);
        if (Status != LeadStatus.Won) RescoreAndNote(why, rules, actor, now);
        Raise(new LeadChanged(this, now));
    }

    /// <summary>Asks Customers for the customer that this lead becomes (L5); the lead stays open until the answer.</summary>
    /// <param name="customerId">An existing customer; null: whoever has the e-mail address, else a new one.</param>
    /// <param name="email">Where the lead has none, or another is right.</param>
    public Result AskForCustomer(Guid? customerId, string? email, bool withProject, Actor actor, DateTimeOffset now)
    {
        if (Status == LeadStatus.Won) return LeadErrors.AlreadyConverted(Id);
        if (!IsOpen(Status)) return LeadErrors.NotOpen(Status);
        var conversion = new LeadConversion(Id, customerId, email ?? Email, withProject, actor, now);
        _conversions.Add(conversion);
        Raise(new LeadConversionAsked(this, conversion, now));
        return Result.Success();
    }

    /// <summary>Customers named the customer: the lead is won.</summary>
    public void Win(LeadConversion conversion, Guid customerId, ScoringRules rules, DateTimeOffset now)
    {
        conversion.Settle(customerId, now);
        if (Status == LeadStatus.Won) return;
        var actor = new Actor(conversion.AskedBy, conversion.AskedByName);
        var from = Status;
        (Status, CustomerId, ConvertedAt, LostReason) = (LeadStatus.Won, customerId, now, null);
        Email ??= conversion.Email;
        _history.Add(new LeadHistoryEntry(Id, LeadHistoryKind.Status, WireName.Of(from), WireName.Of(Status), null, actor, now));
        RescoreAndNote("Won", rules, actor, now);
        Raise(new LeadMoved(this, from, Status, null, actor.Id, now));
        Raise(new LeadWon(this, conversion, now));
        Raise(new LeadChanged(this, now));
    }

    /// <summary>Customers refused: the lead stays as it is, with the reason to be seen.</summary>
    public void StayOpen(LeadConversion conversion, string reason, DateTimeOffset now)
    {
        conversion.Refuse(reason, now);
        Raise(new LeadChanged(this, now));
    }

    public void MoveToTrash(DateTimeOffset now)
    {
        DeletedAt = now;
        Raise(new LeadTrashed(this, now));
    }

    public void TakeOutOfTrash(ScoringRules rules, Actor actor, DateTimeOffset now)
    {
        DeletedAt = null;
        Raise(new LeadTakenBack(this, now));

        // While it lay there the rules may have changed.
        var before = (Score, Temperature);
        if (IsOpen(Status)) RescoreAndNote("Restored", rules, actor, now);
        if ((Score, Temperature) != before) Raise(new LeadChanged(this, now));
    }

    /// <summary>Where a lead may go from a status (L1).</summary>
    public static IReadOnlyList<LeadStatus> AllowedMoves(LeadStatus from) => from switch
    {
        LeadStatus.Won => [],
        LeadStatus.Lost or LeadStatus.Nurture => [LeadStatus.Contacted],
        _ => [.. Enum.GetValues<LeadStatus>().Where(s => s != from && s != LeadStatus.Won)],
    };

    private void Enter(LeadStatus status, string? lostReason, ScoringRules rules, Actor actor, DateTimeOffset now)
    {
        var from = Status;
        if (actor.Id is not null) Touch(now);
        Status = status;
        LostReason = status == LeadStatus.Lost ? lostReason : null;
        _history.Add(new LeadHistoryEntry(Id, LeadHistoryKind.Status, WireName.Of(from), WireName.Of(status), LostReason, actor, now));
        RescoreAndNote($"Moved to {WireName.Of(status)}", rules, actor, now);
        Raise(new LeadMoved(this, from, status, LostReason, actor.Id, now));
        Raise(new LeadChanged(this, now));
    }

    private void TimeAnswer(DateTimeOffset at, ResponseClock clock)
    {
        ResponseSeconds = (int)Math.Min(int.MaxValue, Math.Ceiling(clock.Took(CreatedAt, at).TotalSeconds));
        ResponseTargetSeconds = clock.TargetSeconds(Temperature);

        // A begun minute counts, so that "within two minutes" ends at 2:00.
        ResponseMinutes = (int)Math.Ceiling(ResponseSeconds.Value / 60d);
    }

    private void Touch(DateTimeOffset at)
    {
        if (at > LastTouchAt) LastTouchAt = at;
    }

    // Whoever is contacted on the planned day or after it was followed up.
    private void PlanNext(LoggedInteraction interaction)
    {
        if (Status == LeadStatus.Won) return;
        if (interaction.FollowUpOn is { } next) NextFollowUpOn = next;
        else if (interaction.IsContact && NextFollowUpOn <= interaction.Day) NextFollowUpOn = null;
    }

    private void Take(LeadFacts facts)
    {
        (FirstName, LastName, Phone, Email) = (facts.FirstName, facts.LastName, facts.Phone, facts.Email);
        (Address, City, State, ZipCode) = (facts.Address, facts.City, facts.State, facts.ZipCode);
        (Source, ProjectType, EstimatedValue, Priority) = (facts.Source, facts.ProjectType, facts.EstimatedValue, facts.Priority);
        (PropertyValue, RoofAge, RoofType, RoofSizeSqft) = (facts.PropertyValue, facts.RoofAge, facts.RoofType, facts.RoofSizeSqft);
        (Urgency, BudgetMin, BudgetMax, BudgetConfirmed) = (facts.Urgency, facts.BudgetMin, facts.BudgetMax, facts.BudgetConfirmed);
        (IsDecisionMaker, InsuranceClaim, ReferralCode) = (facts.IsDecisionMaker, facts.InsuranceClaim, facts.ReferralCode);
        (NextFollowUpOn, Notes) = (facts.NextFollowUpOn, facts.Notes);
        AddressKey = Duplicates.AddressKey.Of(Address, ZipCode);

        // Only a real change, or every edit would look like one of the tags.
        if (!Tags.SequenceEqual(facts.Tags)) Tags = facts.Tags;
    }

    private void RescoreAndNote(string why, ScoringRules rules, Actor actor, DateTimeOffset now)
    {
        var before = Score;
        Rescore(rules);
        if (Score == before) return;
        _history.Add(new LeadHistoryEntry(Id, LeadHistoryKind.Score,
            before.ToString(CultureInfo.InvariantCulture), Score.ToString(CultureInfo.InvariantCulture), why, actor, now));
    }

    private void Rescore(ScoringRules rules)
    {
        var breakdown = Explain(rules);
        ScoringVersion = rules.Version;
        Score = breakdown.Total;
        Temperature = breakdown.Temperature;
    }

    private ScoringInput ScoringInput() => new(
        Source, Status, ZipCode, PropertyValue, Urgency, BudgetMin, BudgetConfirmed, IsDecisionMaker, ResponseMinutes, InteractionCount);
}
