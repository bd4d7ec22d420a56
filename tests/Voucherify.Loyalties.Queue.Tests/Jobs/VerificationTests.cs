using Voucherify.Loyalties.Queue.Tests.Support;

namespace Voucherify.Loyalties.Queue.Tests.Jobs;

/// <summary>The comparison of a job with the service finds what was planted, and nothing else.</summary>
public sealed class VerificationTests
{
    private const int Planted = 10;

    [Fact]
    public async Task A_job_without_errors_has_no_differences()
    {
        await using var rig = await NewRigAsync();
        await rig.StartAndFinishAsync();

        var verification = await rig.Jobs.VerifyAsync("job-1");

        Assert.True(verification.IsComplete);
        Assert.Equal(2 * Planted, verification.Matched);
    }

    [Fact]
    public async Task What_was_applied_twice_is_found()
    {
        await using var rig = await NewRigAsync();
        await rig.StartAndFinishAsync();
        await AdjustAsync(rig, static _ => 5);

        await AssertFoundAsync(rig, DifferenceKind.AppliedTwice);
    }

    [Fact]
    public async Task Other_points_are_found()
    {
        await using var rig = await NewRigAsync();
        await rig.StartAndFinishAsync();
        await AdjustAsync(rig, static _ => 6);

        await AssertFoundAsync(rig, DifferenceKind.OtherPoints);
    }

    [Fact]
    public async Task What_was_applied_though_it_was_not_sent_is_found()
    {
        await using var rig = await NewRigAsync(first: -5000);
        await rig.StartAndFinishAsync();
        for (var i = 0; i < Planted; i++)
        {
            await rig.Client.V1.Members.AdjustBalanceAsync(QueueRig.Card(i), 9000, $"gift-{i}");
        }

        await AdjustAsync(rig, static _ => -5000);

        await AssertFoundAsync(rig, DifferenceKind.AppliedThoughNotSent);
    }

    [Fact]
    public async Task What_the_list_does_not_have_is_found()
    {
        await using var rig = await NewRigAsync();
        await rig.StartAndFinishAsync();
        await rig.Store.RunAsync(
            static rows =>
            {
                foreach (var row in rows.List(new AdjustmentFilter(), 0, Planted))
                {
                    rows.Insert([NewApplied(row, row.Item.SourceId + "-lost", ((QueuedAdjustment)row.Item).MemberId)]);
                }
            },
            default);

        await AssertFoundAsync(rig, DifferenceKind.Missing);
    }

    [Fact]
    public async Task What_was_applied_to_another_card_is_found()
    {
        await using var rig = await NewRigAsync();
        await rig.StartAndFinishAsync();

        // The queue says that it was applied to one card, and the list has it on the next one.
        await rig.Store.RunAsync(
            static rows =>
            {
                for (var i = 0; i < Planted; i++)
                {
                    rows.Insert([NewApplied(rows.List(new AdjustmentFilter(), 0, 1)[0], $"strayed-{i}", QueueRig.Card(i))]);
                }
            },
            default);
        for (var i = 0; i < Planted; i++)
        {
            await rig.Client.V1.Members.AdjustBalanceAsync(QueueRig.Card(i + 1), 5, $"strayed-{i}");
        }

        await AssertFoundAsync(rig, DifferenceKind.OtherCard);
    }

    [Fact]
    public async Task The_same_ids_on_many_cards_are_told_apart_by_their_cards()
    {
        await using var rig = new QueueRig(static time => new InMemoryAdjustmentStore(time));
        await rig.Jobs.SubmitAsync("job-1", Items());
        await rig.StartAndFinishAsync();

        var verification = await rig.Jobs.VerifyAsync("job-1");

        Assert.True(verification.IsComplete);
        Assert.Equal(2 * Planted, verification.Matched);

        async IAsyncEnumerable<QueuedItem> Items()
        {
            for (var i = 0; i < 2 * Planted; i++)
            {
                await Task.CompletedTask;
                yield return rig.Item("christmas", 5, QueueRig.Card(i));
            }
        }
    }

    [Fact]
    public async Task Another_order_is_found()
    {
        await using var rig = await NewRigAsync();
        await rig.StartAndFinishAsync();

        // The places in the job are swapped instead of the transactions.
        await rig.Store.RunAsync(
            static rows =>
            {
                foreach (var row in rows.List(new AdjustmentFilter(), 0, int.MaxValue))
                {
                    row.Seq = 3 - row.Seq;
                    rows.Save(row);
                }

                return true;
            },
            default);

        await AssertFoundAsync(rig, DifferenceKind.OutOfOrder);
    }

    private static async Task<QueueRig> NewRigAsync(long first = 5)
    {
        var rig = new QueueRig(static time => new InMemoryAdjustmentStore(time));
        await rig.Jobs.SubmitAsync("job-1", ItemsAsync(rig, first));
        return rig;
    }

    private static Store.StoredAdjustment NewApplied(Store.StoredAdjustment like, string sourceId, string card) => new()
    {
        Item = ((QueuedAdjustment)like.Item) with { SourceId = sourceId, MemberId = card },
        JobId = like.JobId,
        State = AdjustmentState.Applied,
        Seq = 99,
    };

    private static async IAsyncEnumerable<QueuedItem> ItemsAsync(QueueRig rig, long first)
    {
        for (var i = 0; i < Planted; i++)
        {
            await Task.CompletedTask;
            yield return rig.Item($"first-{i}", first, QueueRig.Card(i));
            yield return rig.Item($"second-{i}", 5, QueueRig.Card(i));
        }
    }

    private static async Task AdjustAsync(QueueRig rig, Func<int, long> points)
    {
        for (var i = 0; i < Planted; i++)
        {
            await rig.Client.V1.Members.AdjustBalanceAsync(QueueRig.Card(i), points(i), $"first-{i}");
        }
    }

    private static async Task AssertFoundAsync(QueueRig rig, DifferenceKind kind)
    {
        var differences = (await rig.Jobs.VerifyAsync("job-1")).Differences;
        Assert.Equal(Enumerable.Repeat(kind, Planted), differences.Select(static difference => difference.Kind));
        Assert.Equal(Planted, differences.Select(static difference => difference.SourceId).Distinct().Count());
    }
}
