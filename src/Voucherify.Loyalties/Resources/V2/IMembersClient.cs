using System.Diagnostics.CodeAnalysis;

namespace Voucherify.Loyalties.V2;

public partial interface IMembersClient
{
    /// <summary>Removes a member from a program.</summary>
    /// <remarks>
    /// <para>The customer can become a member again, with a new id.</para>
    /// <para>A repeat leads to the same state, so the client repeats the call after a lost response.</para>
    /// <para>Calls <c>deleteProgramMember</c>.</para>
    /// </remarks>
    /// <param name="programId">The id of the program.</param>
    /// <param name="memberId">The id of the member.</param>
    /// <param name="options">Overrides for this call, such as its timeout. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels the call, including its waits before retries.</param>
    /// <returns>
    /// The last state of the member, without its cards; <see langword="null"/> if the response was lost and a repeat found the member gone.
    /// </returns>
    /// <exception cref="ArgumentException">An id is invalid. Nothing was sent.</exception>
    /// <exception cref="LoyaltyApiException">The service refused the request: the member does not exist, for example.</exception>
    /// <exception cref="LoyaltyRateLimitException">
    /// The rate limit is reached, and the wait is longer than the client may wait.
    /// </exception>
    /// <exception cref="LoyaltyConnectionException">The service could not be reached.</exception>
    /// <exception cref="LoyaltyTimeoutException">The call took longer than its timeout.</exception>
    /// <exception cref="LoyaltyOutcomeUnknownException">
    /// The request was sent, and it is unknown whether it was applied. A repeat does no harm.
    /// </exception>
    /// <exception cref="LoyaltyOperationCanceledException">
    /// The call was cancelled after the request may have been sent.
    /// </exception>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    Task<Member?> DeleteMemberAsync(
        ProgramId programId,
        MemberId memberId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Returns the membership of a customer in a program, with its cards and their tiers.</summary>
    /// <remarks>Calls <c>getProgramMembership</c>.</remarks>
    /// <param name="programId">The id of the program.</param>
    /// <param name="customer">The customer, such as <c>CustomerIdentification.BySource("customer-42")</c>.</param>
    /// <param name="options">Overrides for this call, such as its timeout. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels the call, including its waits before retries.</param>
    /// <returns>The membership.</returns>
    /// <exception cref="ArgumentException">An id is invalid. Nothing was sent.</exception>
    /// <exception cref="LoyaltyApiException">The service refused the request.</exception>
    /// <exception cref="LoyaltyRateLimitException">
    /// The rate limit is reached, and the wait is longer than the client may wait.
    /// </exception>
    /// <exception cref="LoyaltyConnectionException">The service could not be reached.</exception>
    /// <exception cref="LoyaltyTimeoutException">The call took longer than its timeout.</exception>
    /// <exception cref="LoyaltyResponseException">The response could not be read.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    Task<Membership> GetMembershipAsync(
        ProgramId programId,
        CustomerIdentification customer,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Returns the memberships of a customer in all programs.</summary>
    /// <remarks>
    /// <para>Calls <c>getCustomerMemberships</c>. A customer that a membership identifies has only this one in the response.</para>
    /// </remarks>
    /// <param name="customer">The customer, such as <c>CustomerIdentification.BySource("customer-42")</c>.</param>
    /// <param name="options">Overrides for this call, such as its timeout. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels the call, including its waits before retries.</param>
    /// <returns>The customer and its memberships.</returns>
    /// <exception cref="ArgumentException">An id is invalid. Nothing was sent.</exception>
    /// <exception cref="LoyaltyApiException">The service refused the request.</exception>
    /// <exception cref="LoyaltyRateLimitException">
    /// The rate limit is reached, and the wait is longer than the client may wait.
    /// </exception>
    /// <exception cref="LoyaltyConnectionException">The service could not be reached.</exception>
    /// <exception cref="LoyaltyTimeoutException">The call took longer than its timeout.</exception>
    /// <exception cref="LoyaltyResponseException">The response could not be read.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    [Experimental("VLOY0002")]
    Task<CustomerMemberships> GetCustomerMembershipsAsync(
        CustomerIdentification customer,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);
}
