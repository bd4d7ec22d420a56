using System.Text;

namespace Voucherify.Loyalties.Queue.Jobs;

/// <summary>Splits a file into lines of values. A quoted value may contain commas, line breaks, and quotes as pairs.</summary>
internal sealed class CsvLines(TextReader reader)
{
    private long _next = 1;

    /// <summary>The number of the line at which the last values began.</summary>
    public long Number { get; private set; }

    /// <summary>Reads the values of the next line; null at the end.</summary>
    public async Task<IReadOnlyList<string>?> ReadAsync(CancellationToken cancellationToken)
    {
        Number = _next;
        if (await NextAsync(cancellationToken).ConfigureAwait(false) is not { } line)
        {
            return null;
        }

        if (!line.Contains('"', StringComparison.Ordinal))
        {
            return line.Split(',');
        }

        var fields = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        while (true)
        {
            isQuoted = Split(line, fields, field, isQuoted);
            if (!isQuoted || await NextAsync(cancellationToken).ConfigureAwait(false) is not { } more)
            {
                fields.Add(field.ToString());
                return fields;
            }

            field.Append('\n');
            line = more;
        }
    }

    private async Task<string?> NextAsync(CancellationToken cancellationToken)
    {
        var line = await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        _next++;
        return line;
    }

    private static bool Split(string line, List<string> fields, StringBuilder field, bool isQuoted)
    {
        for (var i = 0; i < line.Length; i++)
        {
            var character = line[i];
            if (character == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (character == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (character == ',' && !isQuoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(character);
            }
        }

        return isQuoted;
    }
}
