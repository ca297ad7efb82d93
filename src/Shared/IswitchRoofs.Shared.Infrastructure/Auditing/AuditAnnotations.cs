using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Shared.Infrastructure.Auditing;

/// <summary>What the audit trail records beyond our own entities, and what it never shows.</summary>
public static class AuditAnnotations
{
    internal const string Audited = "iswitchroofs:audited";
    internal const string Hidden = "iswitchroofs:audit-hidden";

    /// <summary>Audits an entity of a library (own entities always are).</summary>
    public static EntityTypeBuilder<T> IsAudited<T>(this EntityTypeBuilder<T> builder) where T : class
    {
        builder.HasAnnotation(Audited, true);
        return builder;
    }

    /// <summary>Takes an own entity out of the trail: replicas and read models, whose changes are audited at their source.</summary>
    public static EntityTypeBuilder<T> IsNotAudited<T>(this EntityTypeBuilder<T> builder) where T : class
    {
        builder.HasAnnotation(Audited, false);
        return builder;
    }

    /// <summary>The value never appears: a secret, a hash, or noise.</summary>
    public static PropertyBuilder<T> IsHiddenFromAudit<T>(this PropertyBuilder<T> builder)
    {
        builder.HasAnnotation(Hidden, true);
        return builder;
    }
}
