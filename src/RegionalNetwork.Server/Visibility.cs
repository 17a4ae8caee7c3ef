using System.Runtime.CompilerServices;

// The server is an application, not a library: nothing in it is public, and its tests see all of it.
[assembly: InternalsVisibleTo("RegionalNetwork.Server.Tests")]
[assembly: InternalsVisibleTo("RegionalNetwork.Performance")]
[assembly: InternalsVisibleTo("RegionalNetwork.Faults.Tests")]
