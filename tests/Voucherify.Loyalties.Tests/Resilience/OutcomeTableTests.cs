using Voucherify.Loyalties.Calls;
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
    public Task An_adjustment_of_version_2_ends_as_the_outcome_table_says(string row) =>
        Check(row, static c => c.Adjust, static (client, token) => client.AdjustAsync(ApiVersion.V2, cancellationToken: token));

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

        Assert.Empty(Enum.GetValues<AttemptKind>().Except(covered));
    }

    [Fact]
    public void Every_cell_of_the_outcome_table_has_a_class_and_a_reaction()
    {
        foreach (var kind in Enum.GetValues<AttemptKind>())
        {
            foreach (var idempotency in Enum.GetValues<Idempotency>())
            {
                Assert.True(Enum.IsDefined(OutcomeTable.NextStepAfter(kind, idempotency)));
            }

            Assert.True(Enum.IsDefined(OutcomeTable.CertaintyOf(kind, unknownBefore: false)));
            Assert.True(Enum.IsDefined(OutcomeTable.CertaintyOf(kind, unknownBefore: true)));
        }
    }

    [Fact]
    public void A_duplicate_is_rejected_unless_an_earlier_attempt_may_have_been_applied()
    {
        Assert.Equal(Certainty.Rejected, OutcomeTable.CertaintyOf(AttemptKind.Duplicate, unknownBefore: false));
        Assert.Equal(Certainty.Unknown, OutcomeTable.CertaintyOf(AttemptKind.Duplicate, unknownBefore: true));
    }

    [Fact]
    public void An_attempt_event_without_a_row_throws()
    {
        const string Expected = "This kind has no row in the outcome table.";

        Assert.StartsWith(
            Expected,
            Assert.Throws<ArgumentOutOfRangeException>(() => OutcomeTable.CertaintyOf((AttemptKind)999, unknownBefore: false)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            Expected,
            Assert.Throws<ArgumentOutOfRangeException>(() => OutcomeTable.NextStepAfter((AttemptKind)999, Idempotency.Safe)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_that_may_have_been_applied_is_repeated_only_if_it_is_idempotent()
    {
        foreach (var kind in Enum.GetValues<AttemptKind>().Where(
            static e => OutcomeTable.CertaintyOf(e, unknownBefore: true) == Certainty.Unknown))
        {
            Assert.Equal(NextStep.Throw, OutcomeTable.NextStepAfter(kind, Idempotency.Reconciled));
            Assert.Equal(NextStep.Throw, OutcomeTable.NextStepAfter(kind, Idempotency.NonIdempotent));
            Assert.Equal(NextStep.Throw, OutcomeTable.NextStepAfter(kind, Idempotency.Conditional));
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
            test.Client.Parts.Pacer.Observe(UsedUp(), DateTimeOffset.UnixEpoch);
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

    /// <summary>Plays the step, and cancels while the call waits for the response.</summary>
    private static Step Cancelling(Step step, CancellationTokenSource cancellation) => (request, cancellationToken) =>
    {
        var answer = step(request, cancellationToken);
        cancellation.Cancel();
        return answer;
    };
}
