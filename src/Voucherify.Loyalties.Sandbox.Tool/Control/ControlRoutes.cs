using Voucherify.Loyalties.Sandbox.Routing;

namespace Voucherify.Loyalties.Sandbox.Tool.Control;

/// <summary>The routes of the control API. openapi.json describes them, and a test compares both.</summary>
internal static class ControlRoutes
{
    public static IReadOnlyList<Route> Build(IControlledSandbox sandbox)
    {
        var (state, faults, clock) = (new StateHandler(sandbox), new FaultHandler(sandbox), new ClockHandler(sandbox));
        return
        [
            At("").On("GET", state.Status),
            At("/openapi.json").On("GET", static _ => ControlDocuments.OpenApi()),
            At("/seed.schema.json").On("GET", static _ => ControlDocuments.SeedSchema()),
            At("/reset").On("POST", state.Reset),
            At("/seed").On("POST", state.Seed),
            At("/v1/cards").On("GET", state.Cards),
            At("/v1/cards/{code}").On("GET", state.Card),
            At("/v2/members").On("GET", state.Members),
            At("/v2/members/{memberId}").On("GET", state.Member),
            At("/v2/cards/{cardId}/transactions").On("GET", state.Transactions),
            At("/journal").On("GET", state.Journal),
            At("/requests").On("GET", state.Requests),
            At("/faults").On("GET", faults.Get).On("PUT", faults.Set).On("DELETE", faults.Clear),
            At("/faults/next").On("POST", faults.Next),
            At("/clock").On("GET", clock.Get),
            At("/clock/advance").On("POST", clock.Advance),
        ];
    }

    private static Route At(string path) => Route.ForKey("/_sandbox" + path);
}
