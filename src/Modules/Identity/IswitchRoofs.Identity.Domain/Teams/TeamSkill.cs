namespace IswitchRoofs.Identity.Domain.Teams;

public enum TeamSkill
{
    RoofingShingle,
    RoofingMetal,
    RoofingFlat,
    RoofingTile,
    Sales,
    Estimation,
    ProjectManagement,
    CustomerService,
    LanguageSpanish,
    LanguageArabic,
    CertificationGaf,
    CertificationOwens,
}
