using System.Globalization;

namespace RegionalNetwork.Performance.Day;

/// <summary>What processes have used, as Linux counts it under <c>/proc</c>.</summary>
/// <param name="Cpu">In user and in kernel mode, since they began.</param>
/// <param name="Kernel">Of this, in kernel mode: sockets, files, waking up.</param>
/// <param name="ResidentBytes">What they have in memory now, pages that they share counted for each.</param>
internal readonly record struct ProcessUse(TimeSpan Cpu, TimeSpan Kernel, long ResidentBytes)
{
    /// <summary>Of <c>/proc</c>'s times, whatever the kernel's own clock.</summary>
    private const double TicksPerSecond = 100;

    // Fields of /proc/ID/stat after the name, which may hold anything: man 5 proc.
    private const int UserTime = 11;
    private const int KernelTime = 12;
    private const int ChildrenUserTime = 13;
    private const int ChildrenKernelTime = 14;
    private const int ResidentPages = 21;

    // Of the first line of /proc/stat, after its name; the last two of ten are counted in others.
    private const int Times = 8;
    private const int IdleTime = 4;
    private const int WaitingTime = 5;

    public static ProcessUse operator +(ProcessUse left, ProcessUse right) =>
        new(left.Cpu + right.Cpu, left.Kernel + right.Kernel, left.ResidentBytes + right.ResidentBytes);

    /// <summary>The times since then, and the memory of now.</summary>
    public ProcessUse Since(ProcessUse before) => this with { Cpu = Cpu - before.Cpu, Kernel = Kernel - before.Kernel };

    public static ProcessUse Of(int process) => Of(process, withEndedChildren: false);

    /// <summary>Of a process and its children, with the time of those that have ended.</summary>
    public static ProcessUse OfFamily(int process) =>
        File.ReadAllText($"/proc/{process}/task/{process}/children")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(id => Of(int.Parse(id, CultureInfo.InvariantCulture)))
            .Aggregate(Of(process, withEndedChildren: true), (sum, one) => sum + one);

    /// <summary>Time for which processors of the machine were busy, since it started.</summary>
    public static TimeSpan OfMachine()
    {
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var busy = Enumerable.Range(1, Times).Except([IdleTime, WaitingTime]);
        return TimeSpan.FromSeconds(
            busy.Sum(field => long.Parse(fields[field], CultureInfo.InvariantCulture)) / TicksPerSecond
        );
    }

    private static ProcessUse Of(int process, bool withEndedChildren)
    {
        string text;
        try
        {
            text = File.ReadAllText($"/proc/{process}/stat");
        }
        catch (IOException)
        {
            // One that has ended since it was named.
            return default;
        }

        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        var (user, kernel) = (Number(UserTime), Number(KernelTime));
        if (withEndedChildren)
        {
            user += Number(ChildrenUserTime);
            kernel += Number(ChildrenKernelTime);
        }

        return new ProcessUse(
            TimeSpan.FromSeconds((user + kernel) / TicksPerSecond),
            TimeSpan.FromSeconds(kernel / TicksPerSecond),
            Number(ResidentPages) * Environment.SystemPageSize
        );

        long Number(int field) => long.Parse(fields[field], CultureInfo.InvariantCulture);
    }
}
