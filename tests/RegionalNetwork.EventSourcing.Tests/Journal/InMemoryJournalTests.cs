using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.InMemory;

namespace RegionalNetwork.EventSourcing.Tests.Journal;

public sealed class InMemoryJournalTests : JournalContract
{
    protected override IJournal OpenEmpty() => new InMemoryJournal();
}
