using Microsoft.Extensions.Configuration;

namespace Voucherify.Loyalties.Configuration;

/// <summary>
/// Reads a section into options. No message contains a value, because one of them is a secret and may be under the wrong key.
/// </summary>
internal static class SectionReader
{
    /// <summary>Sets the options that the section has; the others stay as they are.</summary>
    /// <returns>What is wrong with the section, each with the full name of its key.</returns>
    public static IReadOnlyList<string> Read(IConfigurationSection section, LoyaltyClientOptions options)
    {
        var failures = new List<string>();
        foreach (var (key, value) in section.AsEnumerable(makePathsRelative: true))
        {
            if (value is not null && key.Length > 0 && !SectionCredentials.IsKey(key) && Complaint(key, value, options) is { } complaint)
            {
                failures.Add($"{section.Path}:{key} {complaint}");
            }
        }

        if (section.Value is not null)
        {
            failures.Add($"{section.Path} is a single value, but must be a section with keys.");
        }

        failures.AddRange(SectionCredentials.Read(section, options));
        failures.Sort(StringComparer.Ordinal);
        return failures;
    }

    private static string? Complaint(string key, string value, LoyaltyClientOptions options) =>
        SectionKeys.All.TryGetValue(key, out var set)
            ? set(options, value)
            : $"is not an option of the client. The options are {string.Join(", ", SectionCredentials.Keys.Concat(SectionKeys.All.Keys))}.";
}
