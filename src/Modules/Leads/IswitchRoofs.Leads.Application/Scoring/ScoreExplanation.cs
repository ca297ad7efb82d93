using IswitchRoofs.Leads.Domain.Scoring;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Scoring;

/// <summary>The score's parts (S10), each with the sentence that explains it under the part's own name.</summary>
public sealed record ScoreExplanation(
    int TotalScore,
    string Temperature,
    int DemographicsScore,
    int PropertyValuePoints,
    int LocationPoints,
    int IncomeEstimatePoints,
    int BehavioralScore,
    int EngagementPoints,
    int ResponseTimePoints,
    int InteractionCountPoints,
    int BantScore,
    int BudgetPoints,
    int AuthorityPoints,
    int NeedPoints,
    int TimelinePoints,
    ScoreReasons Reasons,
    ScorePartPoints MaxPoints)
{
    internal static ScoreExplanation Of(ScoreBreakdown score) => new(
        score.Total, WireName.Of(score.Temperature),
        score.Demographics, score.PropertyValue.Points, score.Location.Points, score.Income.Points,
        score.Behavioral, score.Engagement.Points, score.ResponseTime.Points, score.Interactions.Points,
        score.Bant, score.Budget.Points, score.Authority.Points, score.Need.Points, score.Timeline.Points,
        new ScoreReasons(
            score.PropertyValue.Reason, score.Location.Reason, score.Income.Reason,
            score.Engagement.Reason, score.ResponseTime.Reason, score.Interactions.Reason,
            score.Budget.Reason, score.Authority.Reason, score.Need.Reason, score.Timeline.Reason),
        ScorePartPoints.Of(score.Rules.Maxima));
}

/// <summary>Why each part has its points.</summary>
public sealed record ScoreReasons(
    string PropertyValuePoints,
    string LocationPoints,
    string IncomeEstimatePoints,
    string EngagementPoints,
    string ResponseTimePoints,
    string InteractionCountPoints,
    string BudgetPoints,
    string AuthorityPoints,
    string NeedPoints,
    string TimelinePoints);

/// <summary>The most that each part can reach by the rules that made the score.</summary>
public sealed record ScorePartPoints(
    int PropertyValuePoints,
    int LocationPoints,
    int IncomeEstimatePoints,
    int EngagementPoints,
    int ResponseTimePoints,
    int InteractionCountPoints,
    int BudgetPoints,
    int AuthorityPoints,
    int NeedPoints,
    int TimelinePoints)
{
    internal static ScorePartPoints Of(ScoreMaxima most) => new(
        most.PropertyValue, most.Location, most.Income, most.Engagement, most.ResponseTime, most.Interactions, most.Budget, most.Authority, most.Need, most.Timeline);
}
