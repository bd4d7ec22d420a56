using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.Http;

/// <summary>Makes responses whose body is JSON.</summary>
internal static class JsonResponse
{
    /// <summary>Responds with an object.</summary>
    public static SandboxResponse Object(Action<Utf8JsonWriter> writeProperties, int status = 200) =>
        Of(status, JsonBuffer.WriteObject(writeProperties));

    /// <summary>Responds with an array of objects.</summary>
    public static SandboxResponse Array<T>(IEnumerable<T> rows, Action<Utf8JsonWriter, T> writeRow) =>
        Of(200, JsonBuffer.Write(writer => writer.WriteArray(rows, writeRow)));

    private static SandboxResponse Of(int status, ReadOnlyMemory<byte> json) =>
        new(status, json) { Headers = [new("Content-Type", "application/json; charset=utf-8")] };
}
