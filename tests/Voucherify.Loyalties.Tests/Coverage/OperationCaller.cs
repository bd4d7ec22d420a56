using System.Reflection;
using Voucherify.Loyalties.V1;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Coverage;

/// <summary>The public method of an operation, with a sample for each of its arguments. Reflection finds and calls it.</summary>
internal sealed class OperationCaller
{
    private readonly CoveredOperation _operation;
    private readonly MethodInfo _method;
    private readonly object?[] _arguments;

    private OperationCaller(CoveredOperation operation, MethodInfo method)
    {
        _operation = operation;
        _method = method;
        _arguments = [.. method.GetParameters().Select(Argument)];
    }

    /// <summary>Returns the caller, or null if the operation has no public method.</summary>
    public static OperationCaller? Of(CoveredOperation operation) => Method(operation) is { } method ? new(operation, method) : null;

    public Task CallAsync(LoyaltyClient client)
    {
        var resource = Resource(_operation)!;
        object owner = resource.DeclaringType == typeof(ILoyaltyClient) ? client : _operation.IsV2 ? client.V2 : client.V1;
        return (Task)_method.Invoke(
            resource.GetValue(owner), BindingFlags.DoNotWrapExceptions, binder: null, _arguments, culture: null)!;
    }

    // The resources that all versions share are properties of the client itself.
    private static PropertyInfo? Resource(CoveredOperation operation) =>
        (operation.IsV2 ? typeof(ILoyaltyV2Client) : typeof(ILoyaltyV1Client)).GetProperty(operation.Target.Client)
        ?? typeof(ILoyaltyClient).GetProperty(operation.Target.Client);

    // A list has two methods. The one for a page makes the request that the other one makes for each page.
    private static MethodInfo? Method(CoveredOperation operation) =>
        Resource(operation)?.PropertyType is { } client
            ? Named(client, $"{operation.Target.Method}PageAsync", operation) ?? Named(client, $"{operation.Target.Method}Async", operation)
            : null;

    private static MethodInfo? Named(Type client, string name, CoveredOperation operation) => client.GetMethods().SingleOrDefault(method =>
        method.Name == name && operation.IdArguments.Keys.All(id => method.GetParameters().Any(
            parameter => parameter.Name == id || Identifies(parameter, id))));

    // One argument stands for the id in the path and its kind in the query.
    private static bool Identifies(ParameterInfo parameter, string id) =>
        id == "customerId" && parameter.ParameterType == typeof(CustomerIdentification);

    private CustomerIdentification Customer() => _operation.Query.Members!["identification_type"].Text switch
    {
        CustomerIdentificationType.CustomerId => CustomerIdentification.ByCustomer(_operation.PathIds["customerId"]),
        CustomerIdentificationType.MemberId => CustomerIdentification.ByMember(_operation.PathIds["customerId"]),
        _ => CustomerIdentification.BySource(_operation.PathIds["customerId"]),
    };

    private object? Argument(ParameterInfo parameter) => parameter.Name switch
    {
        "customer" => Customer(),
        "query" => ArgumentMaker.Make(_operation.Query, parameter.ParameterType),
        "request" or "items" when _operation.Body is { } body => ArgumentMaker.Make(body, parameter.ParameterType),
        "cancellationToken" => TestContext.Current.CancellationToken,

        // A read after a lost response needs it.
        "memberId" when !_operation.IdArguments.ContainsKey("memberId") => ArgumentMaker.MakeId("lmbr_1", parameter.ParameterType),
        _ => _operation.IdArguments.TryGetValue(parameter.Name!, out var id) ? ArgumentMaker.MakeId(id, parameter.ParameterType) : null,
    };
}
