using System.Text;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Engine;
using Voucherify.Loyalties.Sandbox.Faults;
using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Tool.Data;

/// <summary>
/// Everything that happened, one line each. The sandbox depends on nothing else, so repeating it after a restart gives the same state.
/// </summary>
internal sealed class DataFile : IRequestLog, IDisposable
{
    private readonly FileStream _file;
    private readonly RecordedHeaders _headers;
    private readonly object _gate = new();

    private DataFile(FileStream file, RecordedHeaders headers)
    {
        _file = file;
        _headers = headers;
    }

    /// <summary>Opens the file, or creates it. Only one sandbox can have it open.</summary>
    /// <exception cref="IOException">Another sandbox has it open, or it cannot be written.</exception>
    public static DataFile Open(string path, LoyaltySandboxOptions options) => new(
        new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None),
        new RecordedHeaders(options.AppId, options.AppToken));

    /// <summary>Reads what happened before. A line that was not written to its end, because the process was killed, is removed.</summary>
    /// <exception cref="InvalidDataException">A line cannot be read.</exception>
    public IReadOnlyList<DataEntry> ReadAll()
    {
        var text = new byte[_file.Length];
        _file.Position = 0;
        _file.ReadExactly(text);
        var end = Array.LastIndexOf(text, (byte)'\n') + 1;
        _file.SetLength(end);
        _file.Position = end;
        return [.. Encoding.UTF8.GetString(text, 0, end).Split('\n')[..^1].Select(Parse)];
    }

    public void Handled(SandboxRequest request, FaultPlan plan, DateTimeOffset now, int status) => Append(new DataEntry(now)
    {
        Method = request.Method,
        Target = request.Target,
        Headers = _headers.Of(request, plan, status),
        Body = request.Body.ToArray(),
        Plan = plan == default ? null : plan,
    });

    public void Seeded(string json, DateTimeOffset now) => Append(new DataEntry(now) { Seed = json });

    public void Advanced(TimeSpan by, DateTimeOffset now) => Append(new DataEntry(now) { Ahead = by });

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _file.SetLength(0);
            _file.Position = 0;
        }
    }

    public void Dispose() => _file.Dispose();

    private void Append(DataEntry entry)
    {
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(entry, DataJson.Default.DataEntry), (byte)'\n'];
        lock (_gate)
        {
            _file.Write(line);
            _file.Flush();
        }
    }

    private static DataEntry Parse(string line, int index)
    {
        try
        {
            return JsonSerializer.Deserialize(line, DataJson.Default.DataEntry)!;
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"Line {index + 1} of the data file cannot be read.", exception);
        }
    }
}
