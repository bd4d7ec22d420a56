using System.CommandLine;
using Voucherify.Loyalties.Queue;
using Voucherify.Loyalties.Tool.Jobs;

namespace Voucherify.Loyalties.Tool.Commands;

/// <summary><c>job</c>: credits a file of adjustments, each once, with a queue in a file.</summary>
internal static class JobCommand
{
    public static Command Create(Shell shell) => new("job", "Applies a file of adjustments, each once, whatever crashes.")
    {
        Command(shell, "plan", "Tells what the file would cost. It sends nothing.", static run => run.PlanAsync()),
        Sending(
            shell,
            "run",
            "Stores the file and applies it. Run it again after a crash: it goes on.",
            static run => run.PlanAsync(),
            static run => run.RunAsync()),
        Command(shell, "watch", "Shows how far another run of the file is.", static run => run.WatchAsync()),
        Resume(shell),
        Command(shell, "verify", "Compares the file with the transactions of its programs.", static run => run.VerifyAsync()),
    };

    private static Command Command(Shell shell, string name, string description, Func<JobRun, Task<int>> run) =>
        Command(shell, name, description, (job, _) => run(job));

    private static Command Command(Shell shell, string name, string description, Func<JobRun, ParseResult, Task<int>> run)
    {
        var inputs = new JobInputs();
        var command = new Command(name, description) { inputs.File, inputs.Campaign, inputs.Store, inputs.Json };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var job = inputs.RunOf(shell, arguments, cancellationToken);
            try
            {
                return await run(job, arguments);
            }
            catch (CsvException invalid)
            {
                job.Output.Write(invalid);
                return ExitCodes.Failed;
            }
        });
        return command;
    }

    // A command that moves points can be asked what it would do.
    private static Command Sending(
        Shell shell, string name, string description, Func<JobRun, Task<int>> plan, Func<JobRun, Task<int>> run)
    {
        var dryRun = Inputs.DryRun();
        var command = Command(shell, name, description, (job, arguments) => arguments.GetValue(dryRun) ? plan(job) : run(job));
        command.Add(dryRun);
        return command;
    }

    private static Command Resume(Shell shell)
    {
        var restored = new Option<bool>("--after-restore")
        {
            Description = "The store was restored from a copy: wait and compare before anything is sent.",
        };
        var dryRun = Inputs.DryRun();
        var command = Command(
            shell,
            "resume",
            "Goes on with a stored file, and ends a pause.",
            (job, arguments) => arguments.GetValue(dryRun) ? job.ShowAsync() : job.ResumeAsync(arguments.GetValue(restored)));
        command.Add(restored);
        command.Add(dryRun);
        return command;
    }
}
