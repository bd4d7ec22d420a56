using LoyaltySending;
using Microsoft.Extensions.Logging;

namespace LoyaltyGrains;

/// <summary>
/// Sends the items of a card, one after the other. Orleans runs a card in one place, but not strictly: a silo that was frozen and declared
/// dead does not know it. So an item has a claim in the state, written before its request leaves: a write with an old version fails, and
/// a request with an old claim is not sent.
/// </summary>
/// <param name="card">The state of the card.</param>
/// <param name="sender">Sends the items.</param>
/// <param name="options">The options.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">The log. It names no card.</param>
internal sealed partial class CardGrain(
    [PersistentState("card")] IPersistentState<CardState> card, PointsSender sender, GrainOptions options, TimeProvider clock,
    ILogger<CardGrain> log) : Grain, ICardGrain, IRemindable
{
    private const string WakeUp = "open";

    private IGrainTimer? _timer;
    private bool _hasReminder;
    private long _unknownSince;
    private TimeSpan? _window;

    private List<OpenItem> Open => card.State.Open;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _timer = this.RegisterGrainTimer(StepAsync, new GrainTimerCreationOptions(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
        return Task.CompletedTask;
    }

    public async Task EnqueueAsync(int points, string sourceId)
    {
        if (card.State.Knows(sourceId))
        {
            return;
        }

        // Before the item: if the silo ends now, the reminder finds nothing to do, and no item is without a reminder.
        if (!_hasReminder)
        {
            await this.RegisterOrUpdateReminder(WakeUp, options.WakePeriod, options.WakePeriod);
            _hasReminder = true;
        }

        Open.Add(new OpenItem { Points = points, SourceId = sourceId });
        await WriteAsync();
        if (Open.Count == 1)
        {
            StepIn(TimeSpan.Zero);
        }
    }

    public Task<int> CountOpenAsync() => Task.FromResult(Open.Count);

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        _hasReminder = Open.Count > 0;
        StepIn(TimeSpan.Zero);
        if (!_hasReminder && await this.GetReminder(WakeUp) is { } reminder)
        {
            // Fails if another activation has an item, which must keep its reminder.
            await WriteAsync();
            await this.UnregisterReminder(reminder);
        }
    }

    private async Task StepAsync(CancellationToken cancellationToken)
    {
        if (Open.Count == 0)
        {
            return;
        }

        var claimedAt = clock.GetTimestamp();
        var wasClaimed = Open[0].IsClaimed;
        Open[0].IsClaimed = true;
        await WriteAsync();
        await SettleAsync(await TryAsync(claimedAt, wasClaimed), wasClaimed);
    }

    private async Task<SendResult> TryAsync(long claimedAt, bool wasClaimed)
    {
        var item = new PointsItem(this.GetPrimaryKeyString(), Open[0].Points, Open[0].SourceId);
        if (wasClaimed && _window is null)
        {
            // An earlier activation has claimed it. That may still be about to send, so the whole window counts from now.
            (_unknownSince, _window) = (claimedAt, sender.Window);
        }

        return _window > clock.GetElapsedTime(_unknownSince)
            ? new(await sender.IsFoundAsync(item) ? SendKind.Applied : SendKind.NotSent)
            : await sender.SendAsync(item, claimedAt, wasClaimed, static _ => ValueTask.FromResult(true));
    }

    private async Task SettleAsync(SendResult result, bool wasClaimed)
    {
        if (result.Kind is SendKind.Applied or SendKind.Refused)
        {
            if (result.Error is { } error)
            {
                LogDeadLetter(error.GetType().Name);
            }

            _window = null;
            card.State.Settle();
            await WriteAsync();
        }
        else if (result.Kind == SendKind.Unknown)
        {
            (_unknownSince, _window) = (clock.GetTimestamp(), result.WindowLeft);
        }
        else
        {
            // This attempt has sent nothing, so the claim means what it meant before.
            Open[0].IsClaimed = wasClaimed;
        }

        StepIn(result switch
        {
            { Kind: SendKind.Applied or SendKind.Refused } => TimeSpan.Zero,
            { Kind: SendKind.NotSent, Error: null } => options.LookPeriod,
            _ => options.RetryDelay,
        });
    }

    // What is in memory and what is stored may differ now, so this activation ends. The next one reads what is stored.
    private async Task WriteAsync()
    {
        try
        {
            await card.WriteStateAsync();
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }

    private void StepIn(TimeSpan time) => _timer!.Change(time, Timeout.InfiniteTimeSpan);

    [LoggerMessage(1, LogLevel.Error, "An item is a dead letter: {Error}.")]
    private partial void LogDeadLetter(string error);
}
