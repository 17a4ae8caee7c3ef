namespace RegionalNetwork.Server.People;

/// <summary>Files that only their owner may read.</summary>
internal static class PrivateFiles
{
    /// <summary>
    /// Makes an empty file, and its folder, unless they are there. SQLite gives its log and shared memory the file's permissions.
    /// </summary>
    public static void Make(string path)
    {
        MakeFolder(Path.GetDirectoryName(path)!);
        if (File.Exists(path))
        {
            return;
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            using var _ = new FileStream(path, options);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was first.
        }
    }

    /// <summary>Makes a folder that only its owner may open, unless it is there.</summary>
    public static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }
    }

    /// <summary>
    /// Makes a file with content unless it is there: written aside and moved into place, so that two processes starting together agree
    /// on one. Its folder must be there.
    /// </summary>
    public static void MakeOnce(FileInfo file, ReadOnlySpan<byte> content)
    {
        var draft = $"{file.FullName}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(draft, options))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, file.FullName, overwrite: false);
        }
        catch (IOException) when (File.Exists(file.FullName))
        {
            // Another process was first; its file is the file.
            File.Delete(draft);
        }
    }
}
