namespace IswitchRoofs.Projects.Domain.Projects;

public enum RoofMaterial
{
    AsphaltShingles,
    Metal,
    Tile,
    Slate,
    FlatRoof,
    Tpo,
    Epdm,
    ModifiedBitumen,
}
