using System.Text;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Jobs;
using Voucherify.Loyalties.Sandbox.V1.Ledger;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>Makes files, says how far they are, and gives them out.</summary>
internal sealed class ExportHandler(ResourceLocator members, CardRegistry register, LedgerWriter book, JobRegistry jobs, Func<Uri> address)
{
    public SandboxResponse CreateOfCampaign(SandboxCall call) => CreateTransactions(
        call,
        () => members.TryFindCampaign(call, out var campaign, out var refusal) ? (book.TransactionsOf(campaign), null) : (null, refusal));

    public SandboxResponse CreateOfMember(SandboxCall call) => CreateTransactions(
        call,
        () => members.TryFind(call, out var card, out var refusal) ? (card.Transactions, null) : (null, refusal));

    /// <summary>Points that never expire are not in it (A).</summary>
    public SandboxResponse CreateOfBuckets(SandboxCall call) => Create(
        call,
        ExportDefinitions.Buckets,
        () => members.TryFindCampaign(call, out var campaign, out var refusal) ? (BucketsOf(register.CardsOf(campaign)), null) : (null, refusal));

    /// <summary>The export, or, with a token, its file: on the download hosts it has the same path (D).</summary>
    public SandboxResponse Get(SandboxCall call)
    {
        var id = call.RouteValues["exportId"];
        var export = jobs.FindExport(id);
        if (call.Target.Query.Find("token") is { } token)
        {
            return Download(call, export, token);
        }

        return export is null
            ? Errors.ResourceNotFound(call, "export", id)
            : JsonResponse.Of(200, writer => Write(writer, export, jobs.StageOf(export.CreatedAt, call.Now)));
    }

    private SandboxResponse CreateTransactions(SandboxCall call, Func<(IReadOnlyList<Transaction>?, SandboxResponse?)> find) =>
        Create(call, ExportDefinitions.Transactions, find);

    private SandboxResponse Create<T>(SandboxCall call, ExportDefinitions<T> columns, Func<(IReadOnlyList<T>? Rows, SandboxResponse? Refusal)> find)
    {
        if (!RequestBody.TryReadObject(call, out var root, out var refusal))
        {
            return refusal;
        }

        JsonElement? parameters = root.TryGetProperty("parameters", out var json) ? json : null;
        if (!ExportQuery<T>.TryRead(parameters, columns, call.Now, out var query, out var problem))
        {
            return Errors.InvalidPayload(call, problem);
        }

        var (rows, error) = find();
        if (rows is null)
        {
            return error!;
        }

        // The rows come in ascending order.
        var chosen = rows.Where(query.Accepts);
        var csv = Csv.Of(query.Fields, query.IsDescending ? chosen.Reverse() : chosen, columns.Value);
        var export = jobs.AddExport(columns.Kind, parameters, csv, call.Now);
        return JsonResponse.Of(200, writer => Write(writer, export, JobStage.Waiting));
    }

    private static List<ExportedBucket> BucketsOf(IEnumerable<Card> cards) =>
    [
        .. cards
            .SelectMany(static card => card.Buckets.Expired.Select(bucket => new ExportedBucket(card, bucket, IsExpired: true))
                .Concat(card.Buckets.All.Select(bucket => new ExportedBucket(card, bucket, IsExpired: false))))
            .Where(static row => row.Bucket.ExpiresOn is not null)
            .OrderBy(static row => row.Bucket.ExpiresOn),
    ];

    // A bad token is 401 (D). So is one for a file that is not made yet, or not there (A).
    private SandboxResponse Download(SandboxCall call, ExportJob? export, string token) =>
        export is not null && string.Equals(export.Token, token, StringComparison.Ordinal) && jobs.StageOf(export.CreatedAt, call.Now) == JobStage.Done
            ? new SandboxResponse(200, Encoding.UTF8.GetBytes(export.Csv)) { Headers = [new("Content-Type", "text/plain; charset=utf-8")] }
            : Errors.Unauthorized();

    private void Write(Utf8JsonWriter writer, ExportJob export, JobStage stage)
    {
        writer.WriteString("id", export.Id);
        writer.WriteString("object", "export");
        writer.WriteInstant("created_at", export.CreatedAt);
        writer.WriteString("status", stage switch { JobStage.Done => "DONE", JobStage.Running => "IN_PROGRESS", _ => "SCHEDULED" });
        writer.WriteString("channel", "API");
        writer.WriteString("exported_object", export.Kind);
        writer.WritePropertyName("parameters");
        if (export.Parameters is { } parameters)
        {
            parameters.WriteTo(writer);
        }
        else
        {
            writer.WriteNullValue();
        }

        WriteResult(writer, export, stage);
        writer.WriteNull("user_id");
    }

    private void WriteResult(Utf8JsonWriter writer, ExportJob export, JobStage stage)
    {
        if (stage == JobStage.Done)
        {
            var file = new Uri(address(), $"v1/exports/{export.Id}?token={export.Token}");
            writer.WriteObject("result", result => result.WriteString("url", file.AbsoluteUri));
        }
        else
        {
            writer.WriteNull("result");
        }
    }
}
