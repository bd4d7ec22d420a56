using System.CommandLine;

namespace Voucherify.Loyalties.Tool.Commands;

/// <summary>
/// Options in which a user might pass a secret. Their error does not repeat the value, as that of an unknown option would.
/// </summary>
internal static class SecretOptions
{
    private static readonly string[] Names =
        ["--app-id", "--app-token", "--token", "--api-key", "--key", "--secret", "--client-secret", "--password"];

    public static IEnumerable<Option> Create() => Names.Select(static name =>
    {
        var option = new Option<string?>(name) { Hidden = true, Recursive = true, Arity = ArgumentArity.ZeroOrOne };
        option.Validators.Add(result => result.AddError(
            $"{name} is refused, because other programs can read command lines. Set {ProjectSettings.AppId} and "
            + $"{ProjectSettings.AppToken} instead, and replace a key that was on a command line."));
        return option;
    });
}
