using IswitchRoofs.Identity.Infrastructure.Browsers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Identity.Infrastructure.Persistence.Configurations;

internal sealed class BrowserTicketConfiguration : IEntityTypeConfiguration<BrowserTicket>
{
    public void Configure(EntityTypeBuilder<BrowserTicket> builder)
    {
        builder.ToTable("browser_tickets");
        builder.HasKey(t => t.SessionId);
        builder.Property(t => t.SessionId).ValueGeneratedNever();
        builder.HasIndex(t => t.ExpiresAt).HasDatabaseName("ix_browser_tickets_expiry");
    }
}
