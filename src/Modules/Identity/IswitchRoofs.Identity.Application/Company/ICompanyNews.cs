namespace IswitchRoofs.Identity.Application.Company;

/// <summary>Tells this host what is saved about the company; the others look by themselves, every two seconds.</summary>
public interface ICompanyNews
{
    Task RefreshAsync(CancellationToken ct);
}
