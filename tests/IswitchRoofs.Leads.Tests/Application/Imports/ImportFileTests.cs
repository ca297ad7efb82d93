using System.IO.Compression;
using System.Text;
using IswitchRoofs.Leads.Domain.Imports;
using IswitchRoofs.Leads.Infrastructure.Imports;

namespace IswitchRoofs.Leads.Tests.Application.Imports;

/// <summary>Files as people have them.</summary>
public sealed class ImportFileTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", ",")]
    [InlineData("a;b\n1;2,5\n", ";")]
    [InlineData("a\tb\n1\t2\n", "\t")]
    [InlineData("a|b\r\n1|2\r\n", "|")]
    [InlineData("\"a;x\";b;c\n1;2;3\n", ";")]
    public void The_separator_is_found(string text, string separator) => Read(Encoding.UTF8.GetBytes(text)).File.Delimiter.ShouldBe(separator);

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_header()
    {
        var file = Read([.. Encoding.UTF8.Preamble, .. "Name;City\nZoë;Ypsilanti\n"u8]);
        file.File.Headers.ShouldBe(["Name", "City"]);
        file.File.Encoding.ShouldBe("UTF-8");
        file.Rows[0].Cells.ShouldBe(["Zoë", "Ypsilanti"]);
        Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Name\tCity\nZoë\tTroy\n")]).Rows[0].Cells.ShouldBe(["Zoë", "Troy"]);
    }

    [Fact]
    public void What_is_no_UTF8_is_read_as_Windows_wrote_it()
    {
        var file = Read([.. "Name,Note\nJos"u8, 0xE9, .. ",costs 5 "u8, 0x80, .. "\n"u8]);
        file.File.Encoding.ShouldBe("Windows-1252");
        file.Rows[0].Cells.ShouldBe(["José", "costs 5 €"]);
    }

    [Fact]
    public void Line_breaks_and_quotes_inside_quotes_belong_to_the_value()
    {
        var file = Read("name,note\n\"Lee, \"\"Annie\"\"\",\"first\r\nsecond\"\nBob,x\n"u8.ToArray());
        file.Rows.Select(r => r.RowNo).ShouldBe([2, 3]);
        file.Rows[0].Cells.ShouldBe(["Lee, \"Annie\"", "first\r\nsecond"]);
    }

    [Fact]
    public void Ragged_and_empty_rows_keep_their_numbers()
    {
        var file = Read("a,b,c\n1\n\n,,\n1,2,3,4\n"u8.ToArray());
        file.Rows.Select(r => (r.RowNo, r.Cells.Length)).ShouldBe([(2, 1), (5, 4)]);
    }

    [Fact]
    public void Headers_that_repeat_or_lack_a_name_are_told_apart() =>
        Read("Phone,Phone,,phone\n1,2,3,4\n"u8.ToArray()).File.Headers.ShouldBe(["Phone", "Phone (2)", "Column 3", "phone (3)"]);

    [Fact]
    public void Three_hundred_columns_are_fine_and_more_than_five_hundred_are_not()
    {
        Read(Encoding.UTF8.GetBytes(Wide(300))).File.Headers.Count.ShouldBe(300);
        Should.Throw<ImportFileException>(() => Read(Encoding.UTF8.GetBytes(Wide(501)))).Message.ShouldContain("at most 500");
        static string Wide(int columns) => string.Join(',', Enumerable.Range(1, columns).Select(i => $"c{i}")) + "\n" + string.Join(',', Enumerable.Repeat("x", columns)) + "\n";
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    public void An_empty_file_is_refused(string text) => Should.Throw<ImportFileException>(() => Read(Encoding.UTF8.GetBytes(text))).Message.ShouldBe("is empty.");

    [Fact]
    public void What_is_no_table_is_refused()
    {
        Should.Throw<ImportFileException>(() => Read([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1])).Message.ShouldContain("neither CSV");
        Should.Throw<ImportFileException>(() => Read([0xD0, 0xCF, 0x11, 0xE0, 1, 2])).Message.ShouldContain(".xls");
        Should.Throw<ImportFileException>(() => Read([.. "PK\x03\x04"u8, 1, 2, 3])).Message.ShouldContain("damaged");
        Should.Throw<ImportFileException>(() => Read(Package(("hello.txt", "x")))).Message.ShouldContain("no Excel workbook");
        Should.Throw<ImportFileException>(() => Read("a,b\n1,\"never closed\n2,3\n"u8.ToArray())).Message.ShouldContain("never closed");
    }

    [Fact]
    public void A_workbook_gives_dates_numbers_and_what_formulas_came_to()
    {
        var file = Read(Workbook(
            """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>Value</t></is></c><c r="D1" t="inlineStr"><is><t>Day</t></is></c></row>
            <row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>2485550142</v></c><c r="C2"><f>2*350000.25</f><v>700000.5</v></c><c r="D2" s="1"><v>46142</v></c></row>
            <row r="4"><c r="A4" t="str"><f>"Bob"&amp;" May"</f><v>Bob May</v></c><c r="C4" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
            """));

        file.File.Format.ShouldBe("xlsx");
        file.File.Headers.ShouldBe(["Name", "Phone", "Value", "Day"]);
        file.Rows[0].Cells.ShouldBe(["Ann Lee", "2485550142", "700000.5", "2026-04-30"]);
        file.Rows[1].Cells[0].ShouldBe("Bob May");
        file.Rows[1].Cells.Length.ShouldBe(3);
    }

    [Fact]
    public void A_bomb_is_refused_before_it_is_in_memory()
    {
        var bomb = Workbook($"""<row r="1"><c r="A1" t="inlineStr"><is><t>{new string('a', 20_000_000)}</t></is></c></row>""");

        Should.Throw<ImportFileException>(() => Read(bomb)).Message.ShouldContain("too long for any cell");
    }

    internal static (ImportedFile File, List<ReadRow> Rows) Read(byte[] bytes)
    {
        using var reader = new ImportFiles().Open(new MemoryStream(bytes));
        return (reader.File, reader.Rows().ToList());
    }

    private static byte[] Workbook(string rows) => Package(
        ("[Content_Types].xml", """<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""),
        ("_rels/.rels", """<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", """<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Leads" sheetId="1" r:id="rId1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", """<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"""),
        ("xl/sharedStrings.xml", """<?xml version="1.0" encoding="UTF-8"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="3" uniqueCount="3"><si><t>Name</t></si><si><t>Phone</t></si><si><r><t>Ann </t></r><r><t>Lee</t></r></si></sst>"""),
        ("xl/styles.xml", """<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>"""),
        ("xl/worksheets/sheet1.xml", $"""<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"""));

    private static byte[] Package(params (string Path, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, text) in parts)
            {
                using var part = new StreamWriter(zip.CreateEntry(path).Open());
                part.Write(text);
            }

        return file.ToArray();
    }
}
