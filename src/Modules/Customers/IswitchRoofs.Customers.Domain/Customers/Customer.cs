using IswitchRoofs.Customers.Domain.Projects;
using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Domain.Customers;

/// <summary>A person or organisation we work for, with what its projects make of it.</summary>
public sealed class Customer : AggregateRoot, ISoftDeletable
{
    /// <summary>How long the trash keeps a customer.</summary>
    public static readonly TimeSpan TrashTime = TimeSpan.FromDays(30);

    private Customer()
    {
    }

    public CustomerId Id { get; private set; }
    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    public string? Phone { get; private set; }
    public string? Address { get; private set; }
    public string? City { get; private set; }
    public string? State { get; private set; }
    public string? ZipCode { get; private set; }
    public CustomerType CustomerType { get; private set; }
    public CustomerSegment Segment { get; private set; } = CustomerSegment.Standard;
    public CustomerStatus Status { get; private set; } = CustomerStatus.Active;
    public decimal LifetimeValue { get; private set; }
    public int ProjectCount { get; private set; }
    public DateOnly? LastProjectOn { get; private set; }

    /// <summary>Everybody on the team of one of the customer's projects: who else may read the customer.</summary>
    public IReadOnlyList<Guid> ProjectTeam { get; private set; } = [];
    public decimal? PropertyValue { get; private set; }
    public string? PropertyType { get; private set; }
    public int? RoofAge { get; private set; }
    public string? RoofType { get; private set; }
    public int? RoofSizeSqft { get; private set; }
    public IReadOnlyList<string> Tags { get; private set; } = [];
    public string? Notes { get; private set; }
    public ContactMethod? PreferredContactMethod { get; private set; }
    public bool EmailOptIn { get; private set; }
    public bool SmsOptIn { get; private set; }
    public Guid? AssignedTo { get; private set; }
    public int? NpsScore { get; private set; }
    public int ReferralCount { get; private set; }
    public string? OriginalSource { get; private set; }
    public Guid? ConvertedFromLeadId { get; private set; }
    public DateTimeOffset? LastInteractionAt { get; private set; }
    public int InteractionCount { get; private set; }
    public DateOnly? NextFollowUpOn { get; private set; }
    public Guid? CreatedBy { get; private set; }
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>Lower-case name, e-mail, phone digits and address; computed by the database.</summary>
    public string SearchText { get; private set; } = "";

    public CustomerProfile Profile => new()
    {
        Name = Name,
        Email = Email,
        Phone = Phone,
        Address = Address,
        City = City,
        State = State,
        ZipCode = ZipCode,
        CustomerType = CustomerType,
        PropertyValue = PropertyValue,
        PropertyType = PropertyType,
        RoofAge = RoofAge,
        RoofType = RoofType,
        RoofSizeSqft = RoofSizeSqft,
        Tags = Tags,
        Notes = Notes,
        PreferredContactMethod = PreferredContactMethod,
        EmailOptIn = EmailOptIn,
        SmsOptIn = SmsOptIn,
        AssignedTo = AssignedTo,
        NpsScore = NpsScore,
        ReferralCount = ReferralCount,
        OriginalSource = OriginalSource,
        NextFollowUpOn = NextFollowUpOn,
    };

    public static Customer Register(CustomerId id, CustomerProfile profile, Guid? by, DateTimeOffset now)
    {
        var customer = new Customer { Id = id, CreatedBy = by, CreatedAt = now };
        customer.Take(profile);
        customer.Segment = Standing.Segment(customer.LifetimeValue, customer.ReferralCount, customer.ProjectCount);
        customer.Raise(new CustomerRegistered(customer, now));
        return customer;
    }

    /// <summary>A lead that was won (L5).</summary>
    public static Customer FromLead(CustomerId id, Guid leadId, CustomerProfile profile, Guid? by, DateTimeOffset now)
    {
        var customer = Register(id, profile, by, now);
        customer.ConvertedFromLeadId = leadId;
        return customer;
    }

    /// <summary>Replaces what people entered; saying the same again is no change.</summary>
    public void Correct(CustomerProfile profile, DateOnly today, DateOnly? lastInteractionOn, DateTimeOffset now)
    {
        if (profile.SaysTheSameAs(Profile)) return;
        Take(profile);
        Judge(today, lastInteractionOn);
        Raise(new CustomerChanged(this, now));
    }

    /// <summary>Takes over what the projects add up to (C1) and judges segment and status anew (C2, C3).</summary>
    public void CountProjects(ProjectFigures figures, DateOnly today, DateOnly? lastInteractionOn, DateTimeOffset now)
    {
        var before = (LifetimeValue, ProjectCount, Segment, Status);
        LifetimeValue = figures.LifetimeValue;
        ProjectCount = figures.ProjectCount;
        LastProjectOn = figures.LastProjectOn;
        if (!ProjectTeam.SequenceEqual(figures.Team)) ProjectTeam = figures.Team;
        Judge(today, lastInteractionOn);
        if (before != (LifetimeValue, ProjectCount, Segment, Status)) Raise(new CustomerChanged(this, now));
    }

    /// <summary>Takes over what the logged interactions add up to, and judges the status anew (C3).</summary>
    public void CountInteractions(int count, DateTimeOffset? lastAt, DateOnly today, DateOnly? lastInteractionOn, DateTimeOffset now)
    {
        var before = (Segment, Status);
        (InteractionCount, LastInteractionAt) = (count, lastAt);
        Judge(today, lastInteractionOn);
        if (before != (Segment, Status)) Raise(new CustomerChanged(this, now));
    }

    /// <summary>C9. Which projects stand in the way is the caller's to find out.</summary>
    public Result Trash(int projectsInProgress, bool force, DateTimeOffset now)
    {
        if (projectsInProgress > 0 && !force) return CustomerErrors.ProjectInProgress(projectsInProgress);
        DeletedAt = now;
        Raise(new CustomerTrashed(Id, now));
        return Result.Success();
    }

    public Result TakeBack(DateTimeOffset now)
    {
        if (DeletedAt is not { } deletedAt) return CustomerErrors.NotInTrash(Id);
        if (now - deletedAt > TrashTime) return CustomerErrors.NotFound(Id);
        DeletedAt = null;
        Raise(new CustomerReturned(Id, now));
        return Result.Success();
    }

    private void Judge(DateOnly today, DateOnly? lastInteractionOn)
    {
        Segment = Standing.Segment(LifetimeValue, ReferralCount, ProjectCount);
        Status = Standing.Status(LifetimeValue, LastProjectOn, lastInteractionOn, today);
    }

    private void Take(CustomerProfile profile)
    {
        Name = profile.Name;
        Email = profile.Email;
        Phone = profile.Phone;
        Address = profile.Address;
        City = profile.City;
        State = profile.State;
        ZipCode = profile.ZipCode;
        CustomerType = profile.CustomerType;
        PropertyValue = profile.PropertyValue;
        PropertyType = profile.PropertyType;
        RoofAge = profile.RoofAge;
        RoofType = profile.RoofType;
        RoofSizeSqft = profile.RoofSizeSqft;
        if (!Tags.SequenceEqual(profile.Tags, StringComparer.Ordinal)) Tags = profile.Tags;
        Notes = profile.Notes;
        PreferredContactMethod = profile.PreferredContactMethod;
        EmailOptIn = profile.EmailOptIn;
        SmsOptIn = profile.SmsOptIn;
        AssignedTo = profile.AssignedTo;
        NpsScore = profile.NpsScore;
        ReferralCount = profile.ReferralCount;
        OriginalSource = profile.OriginalSource;
        NextFollowUpOn = profile.NextFollowUpOn;
    }
}
