namespace Voucherify.Loyalties.Sandbox.V1.Programs;

/// <summary>Something that belongs to a campaign and that a route names by its id.</summary>
internal interface IIdentified
{
    string Id { get; }
}
