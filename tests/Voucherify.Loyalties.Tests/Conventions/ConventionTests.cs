using System.Reflection;
using System.Runtime.CompilerServices;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Conventions;

/// <summary>Rules that hold for the whole library, one a test.</summary>
public sealed class ConventionTests
{
    private const BindingFlags DeclaredPublic =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Types that users may derive from; every other class is sealed.</summary>
    private static readonly HashSet<Type> Open = [typeof(LoyaltyException), typeof(LoyaltyApiException)];

    private static Assembly Core => typeof(LoyaltyClient).Assembly;

    private static IEnumerable<Type> OwnTypes => Core.GetTypes().Where(static type =>
        type.Namespace?.StartsWith("Voucherify.Loyalties", StringComparison.Ordinal) == true
        && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        && !type.Name.Contains('<', StringComparison.Ordinal));

    private static IEnumerable<Type> PublicTypes => Core.GetExportedTypes();

    [Fact]
    public void Classes_are_sealed_unless_listed()
    {
        var derivedFrom = OwnTypes.Select(static type => type.BaseType).OfType<Type>().Where(static type => !type.IsVisible).ToHashSet();
        var open = OwnTypes
            .Where(static type => type is { IsClass: true, IsSealed: false, IsAbstract: false })
            .Except(Open)
            .Except(derivedFrom);

        Assert.Empty(open);
    }

    [Fact]
    public void Public_types_live_in_the_package_namespace_or_that_of_a_version_or_where_registrations_are_looked_for() =>
        Assert.DoesNotContain(
            PublicTypes,
            static type => type.Namespace
                is not ("Voucherify.Loyalties" or "Voucherify.Loyalties.V1" or "Voucherify.Loyalties.V2"
                or "Microsoft.Extensions.DependencyInjection"));

    [Fact]
    public void Asynchronous_methods_end_in_Async_and_take_a_trailing_cancellation_token()
    {
        var offenders = PublicTypes
            .SelectMany(static type => type.GetMethods(DeclaredPublic))
            .Where(static method => IsAsynchronous(method.ReturnType))
            .Where(static method => !method.Name.EndsWith("Async", StringComparison.Ordinal)
                || method.GetParameters().LastOrDefault() is not { } last
                || last.ParameterType != typeof(CancellationToken)
                || (!last.HasDefaultValue && !IsShortForm(method)))
            .Select(static method => $"{method.DeclaringType?.Name}.{method.Name}");

        Assert.Empty(offenders);
    }

    // An overload that exists only to take the token without the options before it requires the token.
    private static bool IsShortForm(MethodInfo method) =>
        method.IsDefined(typeof(ExtensionAttribute)) && method.GetParameters().All(static parameter => !parameter.HasDefaultValue);

    [Fact]
    public void Refit_and_Polly_show_nowhere_in_the_public_API()
    {
        var used = PublicTypes.SelectMany(static type => type
            .GetMembers(DeclaredPublic | BindingFlags.NonPublic)
            .Where(IsVisible)
            .SelectMany(TypesOf)
            .Append(type.BaseType)
            .Concat(type.GetInterfaces()));

        Assert.DoesNotContain(used, static type => type?.Assembly.GetName().Name is "Refit" or "Polly.Core");
    }

    [Fact]
    public void Every_resource_is_an_interface_that_a_test_can_fake() =>
        Assert.All(
            typeof(ILoyaltyClient).GetProperties().Concat(typeof(ILoyaltyV1Client).GetProperties()).Where(static property =>
                property.Name is not (nameof(ILoyaltyClient.RateLimit) or nameof(ILoyaltyClient.Times))),
            static property => Assert.True(property.PropertyType.IsInterface));

    [Fact]
    public void Every_exception_of_ours_is_a_LoyaltyException_or_a_cancellation()
    {
        var exceptions = PublicTypes.Where(typeof(Exception).IsAssignableFrom);

        Assert.All(exceptions, static type => Assert.True(
            typeof(LoyaltyException).IsAssignableFrom(type) || typeof(OperationCanceledException).IsAssignableFrom(type)));
    }

    private static bool IsAsynchronous(Type type) => typeof(Task).IsAssignableFrom(type)
        || (type.IsGenericType
            && type.GetGenericTypeDefinition() is var open
            && (open == typeof(ValueTask<>) || open == typeof(IAsyncEnumerable<>)));

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        FieldInfo field => field.IsPublic || field.IsFamily,
        _ => false,
    };

    private static IEnumerable<Type?> TypesOf(MemberInfo member) => member switch
    {
        MethodInfo method => method.GetParameters()
            .Select(static parameter => parameter.ParameterType)
            .Append(method.ReturnType)
            .SelectMany(Parts),
        ConstructorInfo constructor => constructor.GetParameters().SelectMany(static parameter => Parts(parameter.ParameterType)),
        FieldInfo field => Parts(field.FieldType),
        _ => [],
    };

    private static IEnumerable<Type> Parts(Type type) =>
        type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type) : [type];
}
