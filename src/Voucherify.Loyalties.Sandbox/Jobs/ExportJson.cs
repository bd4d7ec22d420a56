using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.Jobs;

/// <summary>Writes an export. Only a finished one has a result.</summary>
internal static class ExportJson
{
    public static void Write(Utf8JsonWriter writer, ExportJob export, JobStage stage, Uri address)
    {
        writer.WriteString("id", export.Id);
        writer.WriteString("object", "export");
        writer.WriteInstant("created_at", export.CreatedAt);
        writer.WriteString("status", stage switch
        {
            JobStage.Done => "DONE",
            JobStage.Running => "IN_PROGRESS",
            _ => "SCHEDULED",
        });
        writer.WriteString("channel", "API");
        writer.WriteString("exported_object", export.Kind);
        writer.WriteRaw("parameters", export.Parameters);
        if (stage == JobStage.Done)
        {
            var file = new Uri(address, $"v1/exports/{export.Id}?token={export.Token}");
            writer.WriteObject("result", result => result.WriteString("url", file.AbsoluteUri));
        }
        else
        {
            writer.WriteNull("result");
        }

        writer.WriteNull("user_id");
    }
}
