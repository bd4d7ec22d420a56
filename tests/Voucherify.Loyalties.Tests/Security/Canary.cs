using System.Reflection;

namespace Voucherify.Loyalties.Tests.Security;

/// <summary>Secrets that stand nowhere else, and the search for them.</summary>
internal static class Canary
{
    public const string AppId = "canary-app-id";

    public const string AppToken = "canary-app-token";

    public const string Bearer = "canary-bearer";

    public const string WebhookSecret = "canary-webhook-secret";

    private const string Mark = "canary";

    public static bool IsIn(string? text) => text?.Contains(Mark, StringComparison.OrdinalIgnoreCase) == true;

    public static void AssertNotIn(IEnumerable<string> texts) => Assert.DoesNotContain(texts, IsIn);

    /// <summary>All that an exception shows: its text with those inside, its data, and what its public members show.</summary>
    public static IEnumerable<string> TextsOf(Exception error)
    {
        yield return error.ToString();
        for (var one = error; one is not null; one = one.InnerException)
        {
            foreach (System.Collections.DictionaryEntry entry in one.Data)
            {
                yield return $"{entry.Key} {entry.Value}";
            }

            foreach (var property in one.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                yield return $"{property.Name} {property.GetValue(one)}";
            }
        }
    }
}
