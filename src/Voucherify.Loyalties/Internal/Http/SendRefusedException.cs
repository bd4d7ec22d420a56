namespace Voucherify.Loyalties.Internal.Http;

/// <summary>The send guard said no; nothing was sent. Users see it as the <see cref="LoyaltyException"/> that it is.</summary>
internal sealed class SendRefusedException(string message) : LoyaltyException(message);
