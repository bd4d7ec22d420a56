using Microsoft.Extensions.Configuration;

namespace Voucherify.Loyalties.Configuration;

/// <summary>Reads a section into options. No message has a value in it: one of them is a secret, and it may stand under a wrong key.</summary>
internal static class SectionReader
{
    /// <summary>Sets what the section has; the rest stays as it is.</summary>
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
            failures.Add($"{section.Path} is a single value, and must be a section with keys of its own.");
        }

        failures.AddRange(SectionCredentials.Read(section, options));
        failures.Sort(StringComparer.Ordinal);
        return failures;
    }

    private static string? Complaint(string key, string value, LoyaltyClientOptions options) => SectionKeys.All.TryGetValue(key, out var set)
        ? set(options, value)
        : $"is no option of the client. Its options are {string.Join(", ", SectionCredentials.Keys.Concat(SectionKeys.All.Keys))}.";
}
