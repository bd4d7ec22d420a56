using Voucherify.Loyalties.Internal;
using Voucherify.Loyalties.Resilience;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Resilience;

public sealed class OutcomeTableTests
{
    public static IEnumerable<TheoryDataRow<string>> Rows =>
        OutcomeCases.All.Select(static row => new TheoryDataRow<string>(row.ToString()));

    [Theory, MemberData(nameof(Rows))]
    public Task An_adjustment_ends_as_the_outcome_table_says(string row) =>
        Check(row, static c => c.Adjust, static (client, token) => client.AdjustAsync(token));

    [Theory, MemberData(nameof(Rows))]
    public Task A_read_ends_as_the_outcome_table_says(string row) =>
        Check(row, static c => c.Read, static (client, token) => client.GetAsync(token));

    [Theory, MemberData(nameof(Rows))]
    public Task An_idempotent_write_ends_as_the_outcome_table_says(string row) =>
        Check(row, static c => c.Revoke, static (client, token) => client.RevokeAsync(token));

    [Fact]
    public void Every_attempt_event_has_a_row_in_the_outcome_table()
    {
        var covered = OutcomeCases.All.Select(static row => row.Event).ToHashSet();

        Assert.Empty(Enum.GetValues<AttemptEvent>().Except(covered));
    }

    [Fact]
    public void Every_cell_of_the_outcome_table_has_a_class_and_a_reaction()
    {
        foreach (var happened in Enum.GetValues<AttemptEvent>())
        {
            foreach (var idempotency in Enum.GetValues<Idempotency>())
            {
                Assert.True(Enum.IsDefined(OutcomeTable.React(happened, idempotency)));
            }

            Assert.True(Enum.IsDefined(OutcomeTable.Classify(happened, unknownBefore: false)));
            Assert.True(Enum.IsDefined(OutcomeTable.Classify(happened, unknownBefore: true)));
        }
    }

    [Fact]
    public void A_duplicate_is_rejected_unless_an_earlier_attempt_may_have_been_applied()
    {
        Assert.Equal(OutcomeClass.Rejected, OutcomeTable.Classify(AttemptEvent.Duplicate, unknownBefore: false));
        Assert.Equal(OutcomeClass.Unknown, OutcomeTable.Classify(AttemptEvent.Duplicate, unknownBefore: true));
    }

    [Fact]
    public void An_attempt_event_without_a_row_throws()
    {
        const string Expected = "This event has no row in the outcome table.";

        Assert.StartsWith(
            Expected,
            Assert.Throws<ArgumentOutOfRangeException>(() => OutcomeTable.Classify((AttemptEvent)999, unknownBefore: false)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            Expected,
            Assert.Throws<ArgumentOutOfRangeException>(() => OutcomeTable.React((AttemptEvent)999, Idempotency.Safe)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_that_may_have_been_applied_is_repeated_only_if_it_is_idempotent()
    {
        foreach (var happened in Enum.GetValues<AttemptEvent>().Where(
            static e => OutcomeTable.Classify(e, unknownBefore: true) == OutcomeClass.Unknown))
        {
            Assert.Equal(Reaction.Throw, OutcomeTable.React(happened, Idempotency.Reconciled));
            Assert.Equal(Reaction.Throw, OutcomeTable.React(happened, Idempotency.NonIdempotent));
            Assert.Equal(Reaction.Throw, OutcomeTable.React(happened, Idempotency.Conditional));
        }
    }

    private static async Task Check(string name, Func<OutcomeCase, Expected> cell, Func<ScriptedClient, CancellationToken, Task> act)
    {
        var row = OutcomeCases.All.Single(c => c.ToString() == name);
        using var cancellation = new CancellationTokenSource();
        using var test = new ScriptedClient(
            client => client.WithUserHandler(row.UserHandler?.Invoke()), row.Cancels ? Cancelling(row.Step, cancellation) : row.Step);

        if (row.IsHeldBack)
        {
            test.Client.Transport.Pacer.Observe(UsedUp(), DateTimeOffset.UnixEpoch);
        }

        var error = await Record.ExceptionAsync(() => act(test, cancellation.Token));

        var expected = cell(row);
        Assert.Equal(expected.Error, error?.GetType());
        Assert.Equal(
            expected.Attempts,
            test.Handler.Requests.TakeWhile((request, index) => index == 0 || request.Method == test.Handler.Requests[0].Method).Count());
    }

    private static HttpResponseMessage UsedUp()
    {
        var response = new HttpResponseMessage();
        response.Headers.Add("X-Rate-Limit-Remaining", "0");
        response.Headers.Add("X-Rate-Limit-Retry", "31");
        return response;
    }

    /// <summary>Plays the step, and cancels while its answer is awaited.</summary>
    private static Step Cancelling(Step step, CancellationTokenSource cancellation) => (request, cancellationToken) =>
    {
        var answer = step(request, cancellationToken);
        cancellation.Cancel();
        return answer;
    };
}
