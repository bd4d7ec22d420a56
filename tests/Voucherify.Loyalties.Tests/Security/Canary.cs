using System.Reflection;

namespace Voucherify.Loyalties.Tests.Security;

/// <summary>Recognizable secrets, and the search for them.</summary>
internal static class Canary
{
    public const string AppId = "canary-app-id";

    public const string AppToken = "canary-app-token";

    public const string Bearer = "canary-bearer";

    public const string WebhookSecret = "canary-webhook-secret";

    private const string Mark = "canary";

    public static bool IsIn(string? text) => text?.Contains(Mark, StringComparison.OrdinalIgnoreCase) == true;

    public static void AssertNotIn(IEnumerable<string> texts) => Assert.DoesNotContain(texts, IsIn);

    /// <summary>Returns all text that an exception and its inner exceptions expose.</summary>
    public static IEnumerable<string> TextsOf(Exception error)
    {
        yield return error.ToString();
        for (var current = error; current is not null; current = current.InnerException)
        {
            foreach (System.Collections.DictionaryEntry entry in current.Data)
            {
                yield return $"{entry.Key} {entry.Value}";
            }

            foreach (var property in current.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                yield return $"{property.Name} {property.GetValue(current)}";
            }
        }
    }
}
