using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Domain.Imports;

public static class ImportErrors
{
    public static Error NotFound(Guid id) => Error.NotFound("leads.import_not_found", $"There is no import {id}.");

    public static Error RowNotFound(int rowNo) => Error.NotFound("leads.import_row_not_found", $"The import has no row {rowNo}, or its rows are forgotten already.");

    public static Error NotReady(ImportStatus status, string rule) =>
        Error.Conflict("leads.import_not_ready", $"The import is {WireName.Of(status).Replace('_', ' ')}: {rule}.");

    public static Error MappingIncomplete(string missing) => Error.Invalid("leads.import_mapping_incomplete", "mapping", $"needs {missing}.");

    public static Error FileUnreadable(string why) => Error.Invalid("leads.import_file_unreadable", "file", why);

    public static Error AlreadyUndone() => Error.Conflict("leads.import_undone", "It was undone already.");

    public static Error NothingToUndo() => Error.Conflict("leads.import_nothing_to_undo", "It created and changed no lead.");

    public static Error UndoTooLate() => Error.Conflict("leads.import_too_old", "An import can be undone for 30 days.");
}
