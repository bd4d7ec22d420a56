using System.Globalization;

namespace Voucherify.Loyalties.Tests.Validation;

/// <summary>
/// The tests of this folder run twice: without culture data, and with it (DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=0). This one shows that the
/// second run is no repetition of the first.
/// </summary>
public sealed class GlobalizationTests
{
    [Fact]
    public void The_tests_run_with_the_culture_data_that_was_asked_for()
    {
        var isInvariant = Environment.GetEnvironmentVariable("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT") is not ("0" or "false");

        Assert.Equal(isInvariant ? "I" : "\u0130", "i".ToUpper(TurkishOrInvariant(isInvariant)));
    }

    private static CultureInfo TurkishOrInvariant(bool isInvariant) =>
        isInvariant ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo("tr-TR");
}
