using System.Reflection;
using Voucherify.Loyalties.V1;

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
        object owner = resource.DeclaringType == typeof(ILoyaltyClient) ? client : client.V1;
        return (Task)_method.Invoke(resource.GetValue(owner), _arguments)!;
    }

    // The resources that all versions share are properties of the client itself.
    private static PropertyInfo? Resource(CoveredOperation operation) =>
        typeof(ILoyaltyV1Client).GetProperty(operation.Target.Client) ?? typeof(ILoyaltyClient).GetProperty(operation.Target.Client);

    // A list has two methods. The one for a page makes the request that the other one makes for each page.
    private static MethodInfo? Method(CoveredOperation operation) =>
        Resource(operation)?.PropertyType is { } client
            ? Named(client, $"{operation.Target.Method}PageAsync", operation) ?? Named(client, $"{operation.Target.Method}Async", operation)
            : null;

    private static MethodInfo? Named(Type client, string name, CoveredOperation operation) => client.GetMethods().SingleOrDefault(method =>
        method.Name == name && operation.IdArguments.Keys.All(id => method.GetParameters().Any(parameter => parameter.Name == id)));

    private object? Argument(ParameterInfo parameter) => parameter.Name switch
    {
        "query" => ArgumentMaker.Make(_operation.Query, parameter.ParameterType),
        "request" or "items" when _operation.Body is { } body => ArgumentMaker.Make(body, parameter.ParameterType),
        "cancellationToken" => TestContext.Current.CancellationToken,
        _ => _operation.IdArguments.TryGetValue(parameter.Name!, out var id) ? ArgumentMaker.MakeId(id, parameter.ParameterType) : null,
    };
}
