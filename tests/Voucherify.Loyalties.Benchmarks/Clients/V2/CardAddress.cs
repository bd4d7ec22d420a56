namespace Voucherify.Loyalties.Benchmarks.Clients;

/// <summary>The program and the card of every call of version 2.</summary>
internal static class CardAddress
{
    public const string Program = "lprg_12060d01d1e0a07b2d";

    public const string Card = "lcrd_12060d0b2c1f4a9e51";
}
