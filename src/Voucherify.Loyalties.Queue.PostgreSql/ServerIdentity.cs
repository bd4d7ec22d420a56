namespace Voucherify.Loyalties.Queue.PostgreSql;

/// <summary>
/// Which server has the store, and which history. Another system has a copy of the store; another timeline began when a replica was
/// promoted or a backup was restored.
/// </summary>
/// <param name="System">The identifier of the system; null if the program may not read it.</param>
/// <param name="Timeline">The timeline.</param>
internal sealed record ServerIdentity(string? System, string? Timeline)
{
    /// <summary>Whether something that both know differs.</summary>
    public bool DiffersFrom(ServerIdentity other) => Differ(System, other.System) || Differ(Timeline, other.Timeline);

    private static bool Differ(string? one, string? other) => one is not null && other is not null && one != other;
}
