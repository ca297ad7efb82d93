namespace IswitchRoofs.Host.Web;

/// <summary>From record to record of the list that a page was opened from: <c>&lt;partial name="_RecordWalk" model="Model.Walk" /&gt;</c>.</summary>
/// <param name="Previous">Null at the list's start.</param>
/// <param name="Next">Null at its end.</param>
public sealed record RecordWalk(RecordStep? Previous, RecordStep? Next);

/// <param name="Name">Of the record, for the tooltip and for screen readers.</param>
public sealed record RecordStep(string Name, string Url);
