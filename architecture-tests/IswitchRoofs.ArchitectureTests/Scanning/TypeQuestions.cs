using System.Reflection;
using System.Runtime.CompilerServices;

namespace IswitchRoofs.ArchitectureTests.Scanning;

/// <summary>Questions about types, answered by name: a canary's types live in a load context of their own.</summary>
internal static class TypeQuestions
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static bool Inherits(this Type type, string ancestor)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
            if (NameOf(current) == ancestor)
                return true;
        return false;
    }

    public static bool Implements(this Type type, string contract) => type.GetInterfaces().Any(candidate => NameOf(candidate) == contract);

    public static Type[] ArgumentsOf(this Type type, string genericAncestor)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
            if (NameOf(current) == genericAncestor)
                return current.GetGenericArguments();
        return [];
    }

    public static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName ?? type.Name;

    public static bool IsRecordClass(this Type type) => type.IsClass && type.GetMethod("<Clone>$", Declared) is not null;

    public static bool IsRecordStruct(this Type type) => type.IsValueType && type.GetMethod("PrintMembers", Declared) is not null;

    public static bool IsReadOnlyStruct(this Type type) => type.IsValueType && type.IsDefined(typeof(IsReadOnlyAttribute), inherit: false);

    public static bool IsInitOnly(this MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    public static bool IsStatic(this Type type) => type is { IsAbstract: true, IsSealed: true };

    /// <summary>The type, its element types and generic arguments, all the way down.</summary>
    public static IEnumerable<Type> Unfold(this Type type)
    {
        if (type.HasElementType)
            return type.GetElementType()!.Unfold();
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Unfold).Prepend(type) : [type];
    }
}
