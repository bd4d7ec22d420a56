using System.Globalization;
using Voucherify.Loyalties.Queue;
using Voucherify.Loyalties.Queue.Jobs;
using Voucherify.Loyalties.Queue.Store;

namespace Voucherify.Loyalties.Benchmarks.Jobs;

/// <summary>The memory that a large job takes: its submit from a CSV file, and its verification.</summary>
internal static class JobMemory
{
    private const long Limit = 100_000_000;

    private const string JobId = "job-1";

    private const int RowsAtOnce = 5000;

    /// <summary>Measures both, and prints them.</summary>
    /// <returns>Whether both take at most 100 MB, and the verification found all lines.</returns>
    public static async Task<bool> PrintAsync(int lines, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("voucherify-job-");
        try
        {
            await using var store = new SqliteAdjustmentStore(Path.Combine(folder.FullName, "queue.db"));
            using var handler = new ListedTransactions(lines, DateTimeOffset.UtcNow);
            using var client = new LoyaltyClient(
                new LoyaltyClientOptions { Credentials = LoyaltyCredentials.ApiKey("app-id", "app-token") }, handler);
            var jobs = new AdjustmentJobs(store, new AdjustmentQueueOptions(), TimeProvider.System, () => client);

            var submit = await MeasureAsync(
                $"submit of {lines:n0} lines", () => jobs.SubmitAsync(JobId, AdjustmentCsv.ReadAsync(JobLines.Csv(lines))), output);
            await ApplyAllAsync(store);
            JobVerification? result = null;
            var verify = await MeasureAsync(
                $"verification of {lines:n0} lines", async () => result = await jobs.VerifyAsync(JobId), output);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{result!.Matched:n0} lines matched, {result.Differences.Count} differ."));
            return submit && verify && result is { IsComplete: true } && result.Matched == lines;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> MeasureAsync(string what, Func<Task> work, TextWriter output)
    {
        using var memory = new PeakMemory();
        await work();
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: the managed heap grew by {memory.Heap / 1e6:f0} MB and the working set by {memory.ResidentSet / 1e6:f0} MB at most "
                + $"(target: at most {Limit / 1e6:f0} MB of each)."));
        return memory.Heap <= Limit && memory.ResidentSet <= Limit;
    }

    // What a worker would leave: it is not measured here.
    private static async Task ApplyAllAsync(SqliteAdjustmentStore store)
    {
        while (await store.RunAsync(ApplySome, default) > 0)
        {
        }
    }

    private static int ApplySome(IQueueRows rows)
    {
        var admitted = rows.ListAdmissible(RowsAtOnce);
        foreach (var row in admitted)
        {
            var line = rows.GetLine(row.Item.LineKey);
            line.VoucherId = JobLines.VoucherOf((QueuedAdjustment)row.Item);
            row.Seq = line.NextSeq++;
            row.Apply("vtx_1", balance: 100);
            rows.Save(row);
            rows.Save(line);
        }

        return admitted.Count;
    }
}
