using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.V2;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>The hand-written part: the days of a report are checked before anything is sent.</summary>
internal sealed partial class ReportsClient
{
    /// <inheritdoc />
    public Task<IReadOnlyList<CardPointsReport>> GetCardDailyReportAsync(
        ProgramId programId,
        MemberId memberId,
        CardId cardId,
        GetCardDailyReportQuery query,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var program = IdCheck.Require(programId);
        var member = IdCheck.Require(memberId);
        var card = IdCheck.Require(cardId);
        ArgumentNullException.ThrowIfNull(query);
        ReportRules.Require(query);
        return _context.Dispatcher
            .SendAsync(
                V2Operations.GetCardDailyReport,
                () => _api.GetCardDailyReport(program, member, card, query.ToValues()),
                options,
                cancellationToken)
            .SelectAsync(static report => report.Data ?? []);
    }
}
