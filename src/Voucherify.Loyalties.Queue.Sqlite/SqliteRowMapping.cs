using System.Globalization;
using Microsoft.Data.Sqlite;
using Voucherify.Loyalties.Queue.Store;

namespace Voucherify.Loyalties.Queue.Sqlite;

/// <summary>Rows of the queue as columns.</summary>
internal static class SqliteRowMapping
{
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>Reads a row, in the order of <see cref="SqliteSql.Columns"/>.</summary>
    public static StoredAdjustment ReadRow(this SqliteDataReader reader) => new()
    {
        Id = reader.GetInt64(0),
        Item = reader.GetInt64(1) == 1 ? ReadVersion1(reader) : ReadVersion2(reader),
        JobId = reader.Text(12),
        TraceParent = reader.Text(13),
        EnqueuedAt = reader.Time(14)!.Value,
        Seq = reader.GetInt64(15),
        State = (AdjustmentState)reader.GetInt32(16),
        SendNo = reader.GetInt32(17),
        Owner = reader.Text(18),
        ClaimedAt = reader.Time(19),
        FirstSentAt = reader.Time(20),
        LastSentAt = reader.Time(21),
        SettlesAt = reader.Time(22),
        NotBefore = reader.Time(23),
        NextLookAt = reader.Time(24),
        Looks = reader.GetInt32(25),
        TransactionId = reader.Text(26),
        SeenAt = reader.Time(27),
        Balance = reader.Number(28),
        Error = reader.Error(29),
    };

    /// <summary>Sets what a row never changes.</summary>
    public static void SetItem(this SqliteCommand command, StoredAdjustment row)
    {
        var adjustment = row.Item as QueuedAdjustment;
        var card = row.Item as QueuedCardAdjustment;
        command.Set("$version", adjustment is null ? 2 : 1);
        command.Set("$line", row.Item.LineKey);
        command.Set("$card", row.Item.CardKey);
        command.Set("$source", row.Item.SourceId);
        command.Set("$points", row.Item.Points);
        command.Set("$reason", row.Item.Reason);
        command.Set("$member", adjustment?.MemberId ?? card!.MemberId);
        command.Set("$campaign", adjustment?.CampaignId);
        command.Set("$program", card?.ProgramId);
        command.Set("$type", adjustment?.ExpirationType);
        command.Set("$date", adjustment?.ExpirationDate?.ToString(DateFormat, CultureInfo.InvariantCulture));
        command.Set("$job", row.JobId);
        command.Set("$trace", row.TraceParent);
        command.Set("$enqueued", row.EnqueuedAt);
    }

    /// <summary>Sets what changes.</summary>
    public static void SetState(this SqliteCommand command, StoredAdjustment row)
    {
        command.Set("$id", row.Id);
        command.Set("$seq", row.Seq);
        command.Set("$state", (int)row.State);
        command.Set("$sendno", row.SendNo);
        command.Set("$owner", row.Owner);
        command.Set("$claimed", row.ClaimedAt);
        command.Set("$first", row.FirstSentAt);
        command.Set("$last", row.LastSentAt);
        command.Set("$settles", row.SettlesAt);
        command.Set("$notbefore", row.NotBefore);
        command.Set("$nextlook", row.NextLookAt);
        command.Set("$looks", row.Looks);
        command.Set("$tx", row.TransactionId);
        command.Set("$seen", row.SeenAt);
        command.Set("$balance", row.Balance);
        command.SetError(row.Error);
    }

    private static QueuedAdjustment ReadVersion1(SqliteDataReader reader) => new()
    {
        SourceId = reader.GetString(4),
        Points = reader.GetInt64(5),
        Reason = reader.Text(6),
        MemberId = reader.GetString(7),
        CampaignId = reader.Text(8),
        ExpirationType = reader.Text(10),
        ExpirationDate = reader.Text(11) is { } date ? DateOnly.ParseExact(date, DateFormat, CultureInfo.InvariantCulture) : null,
    };

    private static QueuedCardAdjustment ReadVersion2(SqliteDataReader reader) => new()
    {
        SourceId = reader.GetString(4),
        Points = reader.GetInt64(5),
        Reason = reader.Text(6),
        MemberId = reader.GetString(7),
        ProgramId = reader.Text(9)!,
        CardId = reader.GetString(3)[QueuedCardAdjustment.Prefix.Length..],
    };
}
