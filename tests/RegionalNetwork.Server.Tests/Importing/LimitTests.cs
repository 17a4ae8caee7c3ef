using System.Text;
using RegionalNetwork.Server.Importing;

namespace RegionalNetwork.Server.Tests.Importing;

/// <summary>Each limit, at it and one past it.</summary>
public sealed class LimitTests
{
    [Fact]
    public void File_bytes()
    {
        var file = File(["5"]);
        var bytes = Encoding.UTF8.GetByteCount(file);

        AssertLimit(
            file,
            new() { FileBytesMax = bytes },
            new() { FileBytesMax = bytes - 1 },
            ImportFaultCodes.FileTooLarge
        );
    }

    [Fact]
    public void File_too_large_is_not_read_on()
    {
        var endless = new EndlessStream();

        var reading = OpenDataFile.Read(
            new ImportSource("endless.csv", endless),
            null,
            Domain.Councils.CouncilRegister.England,
            new ImportLimits { FileBytesMax = 1_000_000 }
        );

        Assert.Equal(ImportFaultCodes.FileTooLarge, Importer.OnlyFault(reading).Code);
        Assert.Equal(1_000_001, endless.Position);
        Assert.Null(reading.ContentHash);
    }

    [Fact]
    public void Rows() =>
        AssertLimit(File(["5", "6", "7"]), new() { RowsMax = 3 }, new() { RowsMax = 2 }, ImportFaultCodes.RowsTooMany);

    [Fact]
    public void Cells() =>
        AssertLimit(File(["5", "6"]), new() { CellsMax = 14 }, new() { CellsMax = 13 }, ImportFaultCodes.RowsTooMany);

    [Fact]
    public void Columns() =>
        AssertLimit(File(["5"]), new() { ColumnsMax = 7 }, new() { ColumnsMax = 6 }, ImportFaultCodes.ColumnsTooMany);

    [Fact]
    public void Cell_characters()
    {
        // Two bytes each: it is characters that count.
        var item = new string('é', 40);
        var file = Importer.Heading + "sex,n\n" + Importer.England + item + ",5\n";

        AssertLimit(
            file,
            new() { CellCharactersMax = 40 },
            new() { CellCharactersMax = 39 },
            ImportFaultCodes.CellTooLong
        );
    }

    [Fact]
    public void Column_name_characters()
    {
        var file = Importer.Heading + new string('n', 40) + "\n" + Importer.England + "5\n";

        AssertLimit(
            file,
            new() { CellCharactersMax = 40 },
            new() { CellCharactersMax = 39 },
            ImportFaultCodes.CellTooLong
        );
    }

    [Fact]
    public void Filters() =>
        AssertLimit(File(["5"]), new() { FiltersMax = 1 }, new() { FiltersMax = 0 }, ImportFaultCodes.FiltersTooMany);

    [Fact]
    public void Filter_items()
    {
        var file = Importer.Heading + "sex,n\n" + Importer.England + "Total,5\n" + Importer.England + "Male,5\n";

        AssertLimit(
            file,
            new() { FilterItemsMax = 2 },
            new() { FilterItemsMax = 1 },
            ImportFaultCodes.FilterItemsTooMany
        );
        AssertLimit(file, new() { SlicesMax = 2 }, new() { SlicesMax = 1 }, ImportFaultCodes.SlicesTooMany);
    }

    [Fact]
    public void Figures() =>
        AssertLimit(
            File(["5", "6"]),
            new() { FiguresMax = 2 },
            new() { FiguresMax = 1 },
            ImportFaultCodes.FiguresTooMany
        );

    [Fact]
    public void Faults_reported()
    {
        var file = File(["5", "5", "5", "5%", "6%", "7%"]);

        var all = Importer.Read(file, null, new ImportLimits { FaultsReportedMax = 3 });
        var some = Importer.Read(file, null, new ImportLimits { FaultsReportedMax = 2 });

        Assert.Equal((3, 3), (all.Faults.Count, all.FaultCount));
        Assert.Equal((2, 3), (some.Faults.Count, some.FaultCount));
        Assert.Null(some.DataSet);
    }

    [Fact]
    public void Warnings_reported()
    {
        var file = File(["5", "~", ":"]);
        var count = Importer.Read(file).Warnings.Count;

        Assert.Equal(count, Importer.Read(file, null, new ImportLimits { WarningsReportedMax = count }).Warnings.Count);
        Assert.Equal(
            count - 1,
            Importer.Read(file, null, new ImportLimits { WarningsReportedMax = count - 1 }).Warnings.Count
        );
    }

    private static void AssertLimit(string file, ImportLimits at, ImportLimits past, string code)
    {
        Importer.AssertRead(Importer.Read(file, null, at));
        Assert.Equal(code, Importer.OnlyFault(Importer.Read(file, null, past)).Code);
    }

    private static string File(string[] cells) =>
        Importer.Heading
        + "sex,n\n"
        + string.Concat(
            cells.Select((cell, index) => $"{2000 + index},Reporting year,National,E92000001,England,Total,{cell}\n")
        );

    private sealed class EndlessStream : Stream
    {
        private long _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => long.MaxValue;

        public override long Position
        {
            get => _position;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Array.Fill(buffer, (byte)'a', offset, count);
            _position += count;
            return count;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
