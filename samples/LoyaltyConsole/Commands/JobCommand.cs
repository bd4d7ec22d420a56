using System.CommandLine;
using LoyaltyConsole.Jobs;
using Voucherify.Loyalties.Queue;

namespace LoyaltyConsole.Commands;

/// <summary><c>job</c>: credits a file of adjustments, each once, with a queue in a file.</summary>
internal static class JobCommand
{
    public static Command Create(Shell shell) => new("job", "Applies a file of adjustments, each once, whatever crashes.")
    {
        Command(shell, "plan", "Tells what the file would cost. It sends nothing.", PlanAsync),
        Command(shell, "run", "Stores the file and applies it. Run it again after a crash: it goes on.", RunAsync),
        Command(shell, "watch", "Shows how far another run of the file is.", WatchAsync),
        Resume(shell),
        Command(shell, "verify", "Compares the file with the transactions of its programs.", VerifyAsync),
    };

    private static Command Command(
        Shell shell, string name, string description, Func<Shell, ParseResult, JobInputs, CancellationToken, Task<int>> run)
    {
        var inputs = new JobInputs();
        var command = new Command(name, description) { inputs.File, inputs.Campaign, inputs.Store };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            try
            {
                return await run(shell, arguments, inputs, cancellationToken);
            }
            catch (CsvException invalid)
            {
                shell.Error.Write(invalid);
                return 1;
            }
        });
        return command;
    }

    private static Command Resume(Shell shell)
    {
        var restored = new Option<bool>("--after-restore")
        {
            Description = "The store was restored from a copy: wait and compare before anything is sent.",
        };
        var command = Command(
            shell,
            "resume",
            "Goes on with a stored file, and ends a pause.",
            (shell, arguments, inputs, cancellationToken) =>
                ResumeAsync(shell, arguments, inputs, arguments.GetValue(restored), cancellationToken));
        command.Add(restored);
        return command;
    }

    private static async Task<int> PlanAsync(Shell shell, ParseResult arguments, JobInputs inputs, CancellationToken cancellationToken)
    {
        await using var session = await QueueSession.OpenAsync(shell, inputs.StoreOf(arguments), sends: false, cancellationToken);
        await using var file = Open(arguments, inputs);
        shell.Out.Write(await session.Jobs.PlanAsync(Items(file, arguments, inputs), cancellationToken));
        return 0;
    }

    private static async Task<int> RunAsync(Shell shell, ParseResult arguments, JobInputs inputs, CancellationToken cancellationToken)
    {
        await using var session = await QueueSession.OpenAsync(shell, inputs.StoreOf(arguments), sends: true, cancellationToken);
        await using var file = Open(arguments, inputs);
        await session.Jobs.SubmitAsync(inputs.JobOf(arguments), Items(file, arguments, inputs), cancellationToken);
        return await FollowAsync(shell, session, inputs.JobOf(arguments), cancellationToken);
    }

    private static async Task<int> WatchAsync(Shell shell, ParseResult arguments, JobInputs inputs, CancellationToken cancellationToken)
    {
        await using var session = await QueueSession.OpenAsync(shell, inputs.StoreOf(arguments), sends: false, cancellationToken);
        return await FollowAsync(shell, session, inputs.JobOf(arguments), cancellationToken);
    }

    private static async Task<int> ResumeAsync(
        Shell shell, ParseResult arguments, JobInputs inputs, bool isRestored, CancellationToken cancellationToken)
    {
        if (isRestored)
        {
            await using var marking = await QueueSession.OpenAsync(shell, inputs.StoreOf(arguments), sends: false, cancellationToken);
            await marking.Queue.MarkRestoredAsync(cancellationToken);
        }

        await using var session = await QueueSession.OpenAsync(shell, inputs.StoreOf(arguments), sends: true, cancellationToken);
        await session.Queue.ResumeAsync(cancellationToken);
        await session.Jobs.ResumeAsync(inputs.JobOf(arguments), cancellationToken);
        return await FollowAsync(shell, session, inputs.JobOf(arguments), cancellationToken);
    }

    private static async Task<int> VerifyAsync(Shell shell, ParseResult arguments, JobInputs inputs, CancellationToken cancellationToken)
    {
        await using var session = await QueueSession.OpenAsync(shell, inputs.StoreOf(arguments), sends: false, cancellationToken);
        var verification = await session.Jobs.VerifyAsync(inputs.JobOf(arguments), cancellationToken);
        shell.Out.Write(verification);
        return verification.IsComplete ? 0 : 1;
    }

    private static async Task<int> FollowAsync(Shell shell, QueueSession session, string jobId, CancellationToken cancellationToken)
    {
        JobProgress? last = null;
        await foreach (var progress in session.Jobs.WatchAsync(jobId, cancellationToken: cancellationToken))
        {
            if (progress != last)
            {
                shell.Out.Write(progress);
            }

            last = progress;
        }

        return last!.State == JobState.Completed ? 0 : 1;
    }

    private static IAsyncEnumerable<QueuedItem> Items(FileStream file, ParseResult arguments, JobInputs inputs) =>
        AdjustmentCsv.ReadAsync(file, arguments.GetValue(inputs.Campaign));

    private static FileStream Open(ParseResult arguments, JobInputs inputs)
    {
        var path = arguments.GetRequiredValue(inputs.File);
        return File.Exists(path) ? File.OpenRead(path) : throw new UsageException($"There is no file '{path}'.");
    }
}
