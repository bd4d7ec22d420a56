using Microsoft.Extensions.Configuration;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Configuration;

/// <summary>Reads the credentials of a section: an application key, which requests access tokens if scopes are given too.</summary>
internal static class SectionCredentials
{
    private const string AppId = "AppId";
    private const string AppToken = "AppToken";
    private const string OAuthScopes = "OAuthScopes";

    public static readonly IReadOnlyList<string> Keys = [AppId, AppToken, OAuthScopes];

    public static bool IsKey(string key) => Keys.Any(known =>
        key.StartsWith(known, StringComparison.OrdinalIgnoreCase)
        && (key.Length == known.Length || (known == OAuthScopes && key[known.Length] == ':')));

    /// <summary>Sets the credentials. If the section has none of the keys, they stay as they are: code may have set them.</summary>
    /// <returns>What is wrong with the keys.</returns>
    public static IReadOnlyList<string> Read(IConfigurationSection section, LoyaltyClientOptions options)
    {
        var (id, token, scopes) = (section[AppId], section[AppToken], Scopes(section));
        if (id is null && token is null && scopes is null)
        {
            return [];
        }

        var failures = Failures(section, id, token, scopes).ToList();
        if (failures.Count == 0)
        {
            options.Credentials = scopes is null
                ? LoyaltyCredentials.ApiKey(id!, token!)
                : LoyaltyCredentials.OAuth(id!, token!, [.. scopes.Select(static scope => new OAuthScope(scope))]);
        }

        return failures;
    }

    private static IEnumerable<string> Failures(IConfigurationSection section, string? id, string? token, IReadOnlyList<string>? scopes)
    {
        foreach (var (key, value) in new[] { (AppId, id), (AppToken, token) })
        {
            if (value is null)
            {
                yield return $"{section.Path}:{key} is missing: an application key has an id and a token.";
            }
            else if (string.IsNullOrWhiteSpace(value) || !Validate.IsHeaderText(value))
            {
                yield return $"{section.Path}:{key} is empty, or has a line break, another control character,"
                    + " or a character that is not ASCII.";
            }
        }

        if (scopes is { Count: 0 })
        {
            yield return $"{section.Path}:{OAuthScopes} is empty: name at least one scope, such as loyalties,"
                + " or leave it out to send the key itself.";
        }
    }

    /// <summary>The scopes: a list, or one string with spaces or commas between them. Null if there is no such key.</summary>
    private static IReadOnlyList<string>? Scopes(IConfigurationSection section)
    {
        var scopes = section.GetSection(OAuthScopes);
        string?[] texts = [scopes.Value, .. scopes.GetChildren().Select(static item => item.Value)];
        return texts.All(static text => text is null)
            ? null
            : [.. texts.SelectMany(Names)];
    }

    private static string[] Names(string? text) =>
        text?.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
