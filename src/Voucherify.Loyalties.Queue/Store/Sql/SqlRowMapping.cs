using System.Globalization;

namespace Voucherify.Loyalties.Queue.Store.Sql;

/// <summary>Rows of the queue as columns.</summary>
internal static class SqlRowMapping
{
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>Reads a row, in the order of <see cref="SqlTexts.Columns"/>.</summary>
    public static StoredAdjustment ReadRow(SqlRecord record) => new()
    {
        Id = record.RequiredNumber(0),
        Item = record.RequiredNumber(1) == 1 ? ReadVersion1(record) : ReadVersion2(record),
        JobId = record.Text(12),
        TraceParent = record.Text(13),
        EnqueuedAt = record.Time(14)!.Value,
        Seq = record.RequiredNumber(15),
        State = (AdjustmentState)record.RequiredNumber(16),
        SendNo = (int)record.RequiredNumber(17),
        Owner = record.Text(18),
        ClaimedAt = record.Time(19),
        FirstSentAt = record.Time(20),
        LastSentAt = record.Time(21),
        SettlesAt = record.Time(22),
        NotBefore = record.Time(23),
        NextLookAt = record.Time(24),
        Looks = (int)record.RequiredNumber(25),
        TransactionId = record.Text(26),
        SeenAt = record.Time(27),
        Balance = record.Number(28),
        Error = record.Error(29),
    };

    /// <summary>The values of a new row.</summary>
    public static (string Name, object? Value)[] NewValues(StoredAdjustment row) => [.. ItemValues(row), .. StateValues(row)];

    /// <summary>The values that change.</summary>
    public static (string Name, object? Value)[] StateValues(StoredAdjustment row) =>
    [
        ("@seq", row.Seq),
        ("@state", (long)row.State),
        ("@sendno", (long)row.SendNo),
        ("@owner", row.Owner),
        ("@claimed", row.ClaimedAt),
        ("@first", row.FirstSentAt),
        ("@last", row.LastSentAt),
        ("@settles", row.SettlesAt),
        ("@notbefore", row.NotBefore),
        ("@nextlook", row.NextLookAt),
        ("@looks", (long)row.Looks),
        ("@tx", row.TransactionId),
        ("@seen", row.SeenAt),
        ("@balance", row.Balance),
        .. ErrorValues(row.Error),
    ];

    /// <summary>The five values of an error.</summary>
    public static (string Name, object? Value)[] ErrorValues(AdjustmentError? error) =>
    [
        ("@ekind", error?.Kind),
        ("@emessage", error?.Message),
        ("@ekey", error?.Key),
        ("@estatus", (long?)error?.Status),
        ("@erequest", error?.RequestId),
    ];

    private static (string Name, object? Value)[] ItemValues(StoredAdjustment row)
    {
        var adjustment = row.Item as QueuedAdjustment;
        var card = row.Item as QueuedCardAdjustment;
        return
        [
            ("@version", adjustment is null ? 2L : 1L),
            ("@line", row.Item.LineKey),
            ("@card", row.Item.CardKey),
            ("@source", row.Item.SourceId),
            ("@points", row.Item.Points),
            ("@reason", row.Item.Reason),
            ("@member", adjustment?.MemberId ?? card!.MemberId),
            ("@campaign", adjustment?.CampaignId),
            ("@program", card?.ProgramId),
            ("@type", adjustment?.ExpirationType),
            ("@date", adjustment?.ExpirationDate?.ToString(DateFormat, CultureInfo.InvariantCulture)),
            ("@job", row.JobId),
            ("@trace", row.TraceParent),
            ("@enqueued", row.EnqueuedAt),
        ];
    }

    private static QueuedAdjustment ReadVersion1(SqlRecord record) => new()
    {
        SourceId = record.RequiredText(4),
        Points = record.RequiredNumber(5),
        Reason = record.Text(6),
        MemberId = record.RequiredText(7),
        CampaignId = record.Text(8),
        ExpirationType = record.Text(10),
        ExpirationDate = record.Text(11) is { } date ? DateOnly.ParseExact(date, DateFormat, CultureInfo.InvariantCulture) : null,
    };

    private static QueuedCardAdjustment ReadVersion2(SqlRecord record) => new()
    {
        SourceId = record.RequiredText(4),
        Points = record.RequiredNumber(5),
        Reason = record.Text(6),
        MemberId = record.RequiredText(7),
        ProgramId = record.Text(9)!,
        CardId = record.RequiredText(3)[QueuedCardAdjustment.Prefix.Length..],
    };
}
